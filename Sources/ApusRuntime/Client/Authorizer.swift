internal import HTTPTypes

/// Adds the credentials that the operation requires to a request.
struct Authorizer {
    let core: ClientCore
    let operation: OperationDescriptor
    let choice: CredentialChoice

    /// The schemes whose credentials are sent; nil for a call without credentials.
    func choose() throws(CallProblem) -> SecurityRequirement? {
        switch choice.kind {
        case .documented: return try chooseAlternative()
        case .withheld: return nil
        case .together: return try chooseAlternative().map(withOthers)
        case .schemes(let names): return try chooseNamed(names)
        }
    }

    /// The first alternative whose schemes all have credentials.
    private func chooseAlternative() throws(CallProblem) -> SecurityRequirement? {
        if operation.security.isEmpty { return nil }
        if let complete = operation.security.first(where: { !$0.schemes.isEmpty && $0.schemes.allSatisfy(isAvailable) })
        {
            return complete
        }
        if operation.security.contains(where: { $0.schemes.isEmpty }) { return nil }
        let alternatives = operation.security.map { $0.schemes.map(\.name) }
        throw .credentials(.missing(operation: operation.id, alternatives: alternatives))
    }

    /// Adds to `first` the schemes of other alternatives that have a credential and another location.
    private func withOthers(_ first: SecurityRequirement) -> SecurityRequirement {
        var schemes = first.schemes
        var locations = Set(schemes.compactMap { core.securitySchemes[$0.name]?.location })
        for scheme in operation.security.flatMap(\.schemes) where isAvailable(scheme) {
            guard let location = core.securitySchemes[scheme.name]?.location, locations.insert(location).inserted else {
                continue
            }
            schemes.append(scheme)
        }
        return SecurityRequirement(schemes)
    }

    private func chooseNamed(_ names: [String]) throws(CallProblem) -> SecurityRequirement? {
        let documented = operation.security.flatMap(\.schemes)
        let schemes = names.map { name in
            documented.first { $0.name == name } ?? SecurityRequirement.Scheme(name: name, scopes: [])
        }
        if !schemes.allSatisfy(isAvailable) {
            throw .credentials(.missing(operation: operation.id, alternatives: [names]))
        }
        var taken: Set<String> = []
        for scheme in schemes {
            guard let location = core.securitySchemes[scheme.name]?.location, !taken.insert(location).inserted else {
                continue
            }
            throw .credentials(
                .unusable(scheme: scheme.name, reason: "another credential of the call has the same location"))
        }
        return schemes.isEmpty ? nil : SecurityRequirement(schemes)
    }

    private func isAvailable(_ scheme: SecurityRequirement.Scheme) -> Bool {
        switch core.securitySchemes[scheme.name] {
        case nil: false
        case .mutualTLS: true
        default: core.credentials[scheme.name] != nil
        }
    }

    /// Returns the secrets that were used, for ``renew(_:response:)``.
    func authorize(
        _ call: inout OutgoingCall, with alternative: SecurityRequirement
    ) async throws(CallProblem) -> [(use: CredentialUse, secret: CredentialSecret)] {
        var secrets: [(use: CredentialUse, secret: CredentialSecret)] = []
        for scheme in alternative.schemes {
            guard let definition = core.securitySchemes[scheme.name], definition != .mutualTLS,
                let credential = core.credentials[scheme.name]
            else { continue }
            let use = CredentialUse(
                scheme: scheme.name, definition: definition, scopes: scheme.scopes, operation: operation)
            let secret = try await Self.catching(scheme.name) { try await credential.secret(for: use) }
            try SecretPlacement(use: use).place(secret, in: &call.request)
            secrets.append((use, secret))
        }
        return secrets
    }

    func renew(
        _ secrets: [(use: CredentialUse, secret: CredentialSecret)], response: HTTPResponse
    ) async throws(CallProblem) -> Bool {
        var isRenewed = false
        for (use, secret) in secrets {
            guard let credential = core.credentials[use.scheme] else { continue }
            let answer = try await Self.catching(use.scheme) {
                try await credential.renew(secret, for: use, response: response)
            }
            isRenewed = isRenewed || answer
        }
        return isRenewed
    }

    private static func catching<Value>(
        _ scheme: String, _ body: () async throws -> Value
    ) async throws(CallProblem) -> Value {
        do {
            return try await body()
        } catch let error as CredentialProblem {
            throw .credentials(error)
        } catch is CancellationError {
            throw .cancelled
        } catch {
            throw .credentials(.failed(scheme: scheme, underlying: error))
        }
    }
}
