internal import HTTPTypes

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension Redactor {
    func redact(_ problem: DecodingProblem) -> DecodingProblem {
        DecodingProblem(
            path: redact(problem.path), offset: problem.offset, line: problem.line, expected: problem.expected,
            found: redact(problem.found))
    }

    func redact(_ problem: CallProblem) -> CallProblem {
        guard case .transport(let problem) = problem else { return problem }
        return .transport(redact(problem))
    }

    /// An error of a network library may contain the URL with a key in its query; then only its redacted text is kept.
    func redact(_ problem: TransportProblem) -> TransportProblem {
        TransportProblem(
            problem.kind, redact(problem.message), underlying: problem.underlying.map { redact(underlying: $0) })
    }

    private func redact(underlying error: any Error) -> any Error {
        var dumped = ""
        dump(error, to: &dumped, maxDepth: 6, maxItems: 500)
        let texts = [dumped, String(describing: error), String(reflecting: error)]
        if texts.allSatisfy({ redact($0) == $0 }) { return error }
        return RedactedError(type: "\(Swift.type(of: error))", description: redact(texts[1]))
    }
}

/// Replaces an error that contained a secret.
struct RedactedError: Error, CustomStringConvertible {
    let type: String
    let description: String
}

extension CredentialSecret {
    /// The texts that errors must not contain.
    var texts: [String] {
        switch self {
        case .token(let token): [token]
        case .password(let username, let password): [password, "\(username):\(password)"]
        }
    }
}

extension HTTPFields {
    /// The credentials that a caller sets in headers, with the password of `Basic`, and the cookies that may be
    /// secrets: those of eight bytes or more that are not numbers. Shorter ones, among them JSON literals, are
    /// settings.
    var secrets: [String] {
        let authorizations = [HTTPField.Name.authorization, .proxyAuthorization].compactMap { self[$0] }
        let cookies = self[.cookie].map { $0.utf8.split(separator: 0x3B) } ?? []
        let values = cookies.map { $0.drop { $0 != 0x3D }.dropFirst() }.filter { value in
            value.count >= 8 && !value.allSatisfy { 0x30...0x39 ~= $0 }
        }
        return authorizations.flatMap(Self.secrets) + values.map { String(decoding: $0, as: UTF8.self) }
    }

    /// - Parameter authorization: For example `Bearer abc`, or `Basic` with the base64 of `user:password` (RFC 7617,
    ///   2).
    private static func secrets(in authorization: String) -> [String] {
        let scheme = authorization.part(before: " ")
        let token = String(authorization[scheme.endIndex...].trimmed)
        guard String(scheme).asciiLowercased.isSame(as: "basic"), let pair = Data(base64Encoded: token) else {
            return [authorization, token]
        }
        let password = pair.drop { $0 != 0x3A }.dropFirst()
        return [authorization, token] + [pair, password].map { String(decoding: $0, as: UTF8.self) }
    }
}
