package import HTTPTypes

extension Redactor {
    /// Header fields without the secrets in their values.
    package func redact(_ fields: HTTPFields) -> HTTPFields {
        var output = HTTPFields()
        for field in fields {
            let value = redact(field.value)
            output.append(value == field.value ? field : HTTPField(name: field.name, value: value))
        }
        return output
    }

    func redact(_ problem: DecodingProblem) -> DecodingProblem {
        DecodingProblem(
            path: redact(problem.path), offset: problem.offset, line: problem.line, expected: problem.expected,
            found: redact(problem.found))
    }

    func redact(_ problem: CallProblem) -> CallProblem {
        guard case .transport(let problem) = problem else { return problem }
        return .transport(redact(problem))
    }

    /// What a network library throws may hold the address with a key in its query; then its text alone is kept.
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

/// Stands for an error that held a secret.
struct RedactedError: Error, CustomStringConvertible {
    let type: String
    let description: String
}

extension CredentialSecret {
    /// What of it must not be told.
    var texts: [String] {
        switch self {
        case .token(let token): [token]
        case .password(let username, let password): [password, "\(username):\(password)"]
        }
    }
}

extension HTTPFields {
    /// What a caller sends as a credential by hand, and cookies.
    var secrets: [String] {
        let authorizations = [HTTPField.Name.authorization, .proxyAuthorization].compactMap { self[$0] }
        let cookies = self[.cookie].map { $0.utf8.split(separator: 0x3B) } ?? []
        return authorizations.flatMap { [$0, String($0.drop { $0 != " " }.dropFirst())] }
            + cookies.map { String(decoding: $0.drop { $0 != 0x3D }.dropFirst(), as: UTF8.self) }
    }
}
