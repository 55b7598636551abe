internal import HTTPTypes

/// The last request of a failed call, before credentials were added.
struct SentRequest: Sendable, CustomStringConvertible, CustomReflectable {
    var request: HTTPRequest
    var body: APIBody
    var credentials: [CurlCredential]
    var redactor = Redactor.none

    /// The command without the secrets of the call.
    var curl: String {
        var request = request
        request.path = request.path.map(redactor.redact)
        request.headerFields = Self.withoutSecrets(redactor.redact(request.headerFields))
        var body = body
        if case .bytes(let bytes) = body.content { body = .bytes(redactor.redact(bytes)) }
        return CurlCommand(request, body, credentials: credentials).text
    }

    /// Replaces values that a caller sent under a name of credentials: `X-Auth-Token`, `X-Api-Key`.
    private static func withoutSecrets(_ fields: HTTPFields) -> HTTPFields {
        var output = HTTPFields()
        for field in fields {
            let name = field.name.canonicalName
            let isSecret = ["auth", "token", "secret", "key", "password", "signature", "session"].contains(
                where: name.holds)
            // The key of a repetition is no credential, and identifies the call.
            let isKept = !isSecret || name == "idempotency-key"
            output.append(isKept ? field : HTTPField(name: field.name, value: Redactor.mark))
        }
        return output
    }

    /// Arguments may be secret, so descriptions have none.
    var description: String { request.method.rawValue }
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
