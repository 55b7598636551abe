internal import ApusModel
internal import ApusRuntime
internal import ApusSource

/// The credentials of a call: from a command, from OAuth, or from the environment; never from the command line.
struct CallCredentials {
    let model: APIModel
    /// The beginning of the client's variables: `APUS_SALESCAPTAIN_`.
    let prefix: String
    let surroundings: Surroundings

    /// The variable of a scheme: `APUS_SALESCAPTAIN_BEARER_AUTH`.
    func variable(of scheme: SecuritySchemeDecl) -> String { prefix + OptionName.variable(scheme.key) }

    private static func isBasic(_ scheme: SecuritySchemeDecl) -> Bool {
        if case .http(let name) = scheme.kind { name.lowercased() == "basic" } else { false }
    }

    /// Every variable that is read, with what it holds.
    var variables: [(name: String, summary: String)] {
        var all: [(name: String, summary: String)] = []
        let schemes = model.credentials.schemes.filter { $0.kind != .mutualTLS }
        for scheme in schemes {
            let key = VisibleText.of(scheme.key)
            if Self.isBasic(scheme) {
                all.append((variable(of: scheme) + "_USERNAME", "the user name of the scheme \(key)"))
                all.append((variable(of: scheme) + "_PASSWORD", "the password of the scheme \(key)"))
            } else {
                all.append((variable(of: scheme), "the credential of the scheme \(key)"))
            }
        }
        if schemes.count == 1, let only = schemes.first, !Self.isBasic(only) {
            all.append((prefix + "TOKEN", "the same, where the client has one scheme"))
        }
        return all
    }

    /// The credentials of all schemes for which the environment has variables.
    var fromEnvironment: APICredentials {
        var all = APICredentials.none
        let schemes = model.credentials.schemes.filter { $0.kind != .mutualTLS }
        for scheme in schemes {
            let name = variable(of: scheme)
            if Self.isBasic(scheme) {
                if let user = surroundings.variables[name + "_USERNAME"] {
                    let password = surroundings.variables[name + "_PASSWORD"] ?? ""
                    all = all.and(APICredentials(scheme: scheme.key, username: user, password: password))
                }
                continue
            }
            let token =
                surroundings.variables[name] ?? (schemes.count == 1 ? surroundings.variables[prefix + "TOKEN"] : nil)
            if let token, !token.isEmpty { all = all.and(APICredentials(scheme: scheme.key, token: token)) }
        }
        return all
    }

    /// Credentials that the command prints when a call needs them.
    func from(command: String) -> APICredentials {
        var all = APICredentials.none
        for scheme in model.credentials.schemes where scheme.kind != .mutualTLS {
            let source = CredentialsCommand(
                command: command, scheme: scheme.key, isBasic: Self.isBasic(scheme), variables: surroundings.variables)
            all = all.and(APICredentials(scheme: scheme.key, credential: source))
        }
        return all
    }
}
