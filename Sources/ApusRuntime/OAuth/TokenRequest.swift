internal import HTTPTypes

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// One request to an authorization server.
struct TokenRequest {
    struct Field {
        let name: String
        let value: String
        let isSecret: Bool

        init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
            isSecret = false
        }

        init(_ name: String, _ value: SecretString) {
            self.name = name
            self.value = value.value
            isSecret = true
        }
    }

    /// The header's value, and the secrets in it.
    struct Authorization {
        let value: String
        let secret: String
    }

    private static let answerLimit = 1 << 20

    let url: ServerURL
    /// An empty array sends no body.
    var fields: [Field]
    let format: OAuthClient.BodyFormat
    let allowsPlainHTTP: Bool
    var authorization: Authorization?
    var refusals: [RefusalRule] = []

    /// RFC 6749, 2.3.1: both parts are form-encoded before they are joined, so that a colon in them is not a separator.
    static func basic(id: String, secret: SecretString) -> Authorization {
        let pair = "\(PercentEncoding.form.encode(id)):\(PercentEncoding.form.encode(secret.value))"
        return Authorization(value: "Basic \(Data(pair.utf8).base64EncodedString())", secret: secret.value)
    }

    func send(
        through transport: any HTTPTransport, options: TransportOptions
    ) async throws(OAuthProblem) -> TokenAnswer {
        let request = try makeRequest()
        let record = CallRecord()
        record.note(secrets: secrets)
        var options = options
        options.secrets.record = record
        do {
            let response = try await transport.send(request, body: makeBody(), options: options)
            let bytes = try await response.body.collect(upTo: Self.answerLimit)
            return TokenAnswer(head: response.head, bytes: bytes, redactor: record.redactor, refusals: refusals)
        } catch let problem as TransportProblem {
            throw OAuthProblem(catching: record.redactor.redact(problem))
        } catch {
            throw OAuthProblem(catching: error)
        }
    }

    /// The secrets of the body and of the header; a server may repeat the header unchanged or decoded.
    private var secrets: [String] {
        let sent = authorization.flatMap { $0.value.split(separator: " ").last.map(String.init) }
        let own = fields.filter(\.isSecret).map(\.value) + [authorization?.secret].compactMap { $0 }
        return own + own.map(PercentEncoding.form.encode) + [sent].compactMap { $0 }
    }

    private func makeRequest() throws(OAuthProblem) -> HTTPRequest {
        let parts = try Self.check(url, allowsPlainHTTP: allowsPlainHTTP)
        // A trailing slash of the path is significant here, unlike in a base URL.
        let tail = String(url.text.dropFirst(parts.scheme.count + 3 + parts.authority.count))
        let path = PercentEncoding(allowing: ":@!$&'()*+,;=/?", keepsTriplets: true).encode(tail)
        var request = HTTPRequest(
            method: .post, scheme: parts.scheme, authority: parts.authority,
            path: path.hasPrefix("/") ? path : "/" + path)
        request.headerFields[.accept] = "application/json"
        request.headerFields[.userAgent] = "Apus/\(ApusVersion.current)"
        if !fields.isEmpty {
            request.headerFields[.contentType] =
                format == .json ? "application/json" : "application/x-www-form-urlencoded"
        }
        if let authorization {
            if let reason = HeaderRules.problem(in: authorization.value) {
                throw .configuration("the token cannot be sent: \(reason)")
            }
            request.headerFields[.authorization] = authorization.value
        }
        return request
    }

    private func makeBody() -> APIBody {
        if fields.isEmpty { return .none }
        switch format {
        case .json:
            let members = fields.map { JSONObject.Member(key: $0.name, value: .string($0.value)) }
            return .bytes(JSONValue.object(JSONObject(members)).serialized())
        case .form:
            let escape = PercentEncoding.form
            let pairs = fields.map { "\(escape.encode($0.name))=\(escape.encode($0.value))" }
            return .text(pairs.joined(separator: "&"))
        }
    }

    /// Secrets are sent by https only, or to the local machine.
    @discardableResult
    static func check(_ url: ServerURL, allowsPlainHTTP: Bool) throws(OAuthProblem) -> ServerParts {
        let parts: ServerParts
        do throws(EncodingProblem) {
            parts = try ServerParts(url)
        } catch {
            throw .configuration("the endpoint cannot be used: \(error)")
        }
        let host = parts.authority.prefix { $0 != ":" }.lowercased()
        let isLocal = ["localhost", "127.0.0.1"].contains(host) || parts.authority.hasPrefix("[::1]")
        guard parts.scheme == "https" || isLocal || allowsPlainHTTP else {
            throw .configuration("\(url.text) is not https; set allowsPlainHTTP to send secrets in the clear")
        }
        return parts
    }
}
