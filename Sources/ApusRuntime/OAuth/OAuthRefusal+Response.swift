internal import HTTPTypes

extension OAuthRefusal {
    /// Reads the members of the body in their usual positions, and `WWW-Authenticate`.
    init(head: HTTPResponse, body: JSONValue?, rules: [RefusalRule]) {
        let challenge = BearerChallenge(head.headerFields[.wwwAuthenticate] ?? "")
        let object = body?.object
        let nested = object?["error"]?.object
        let code = object?["error"]?.string ?? (nested?["code"] ?? nested?["type"])?.string ?? challenge["error"]
        let told = [
            object?["error_description"], object?["message"], nested?["message"], object?["error_message"],
            object?["detail"],
        ]
        let text = told.lazy.compactMap { $0.flatMap(Self.text) }.first ?? challenge["error_description"]
        let status = head.status.code
        let rule = rules.first { $0.matches(status: status, code: code, text: text) }
        self.init(
            reason: rule?.reason ?? Self.reason(code: code, text: text, status: status), text: text,
            uri: object?["error_uri"]?.string ?? challenge["error_uri"], status: status,
            scopes: challenge["scope"].map { $0.pieces(between: " ", omitsEmpty: true).map(String.init) } ?? [],
            retryAfter: RetryAfter.duration(in: head.headerFields), message: rule?.message)
    }

    /// `"a"` and `["a", "b"]`
    private static func text(_ value: JSONValue) -> String? {
        if let list = value.array {
            let lines = list.compactMap(\.string)
            return lines.isEmpty ? nil : lines.joined(separator: ", ")
        }
        return value.string.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Some servers give this code only in the words of their text.
    private static func reason(code: String?, text: String?, status: Int) -> Reason {
        let said = "\(code ?? "") \(text ?? "")"
        if status == 403, said.holds(text: Reason.insufficientScope.rawValue) { return .insufficientScope }
        return code.map { Reason(rawValue: $0) } ?? .unnamed
    }
}

extension APICallError {
    /// The reason why the call's token was refused. For a call that ended with 401 or 403, the server's reason, from
    /// the body and `WWW-Authenticate`: `insufficient_scope` with the scopes it needs, `invalid_token` … (RFC 6750,
    /// 3.1), or the meaning that the client's ``RefusalRule`` gives it. For a call that was not sent, the authorization
    /// server's: `invalid_grant` …
    public var refusal: OAuthRefusal? {
        if case .credentials(.failed(_, let underlying)) = anyKind { return (underlying as? OAuthProblem)?.refusal }
        guard let status, status == 401 || status == 403, !details.isAnsweredElsewhere else { return nil }
        let head = HTTPResponse(status: HTTPResponse.Status(code: status), headerFields: details.headers)
        return OAuthRefusal(
            head: head, body: try? JSONValue(json: body), rules: details.messageRule.refusals)
    }
}
