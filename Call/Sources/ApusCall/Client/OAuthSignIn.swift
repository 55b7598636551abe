internal import ApusModel
internal import ApusRuntime
internal import ApusSource

/// Signs in with OAuth 2.0, by a code on another device (RFC 8628) or by an authorization code with PKCE (RFC 7636).
struct OAuthSignIn {
    enum Flow: String {
        case device, code
    }

    let model: APIModel
    let server: ServerURL
    let words: CallWords
    let prefix: String
    let surroundings: Surroundings

    /// The credentials of the document's OAuth scheme. A token of the token file is used, and renewed, before anyone is asked.
    func credentials(_ flow: Flow) async throws(CallFault) -> APICredentials {
        guard let (scheme, endpoints) = endpoints(for: flow) else {
            throw CallFault("the document has no OAuth flow for --oauth \(flow.rawValue)")
        }
        guard let id = words.last(.oauthClientID) ?? surroundings.variables[prefix + "OAUTH_CLIENT_ID"] else {
            throw CallFault(
                "--oauth-client-id is required, or the variable \(prefix)OAUTH_CLIENT_ID of the environment")
        }
        let secret = surroundings.variables[prefix + "OAUTH_CLIENT_SECRET"].map { SecretString($0) }
        let client = OAuthClient(
            endpoints.resolved(against: server), id: id, secret: secret, transport: surroundings.transport)
        let store: any OAuthTokenStore = words.last(.tokenFile).map { TokenFile(path: $0) } ?? MemoryTokenStore()
        do {
            if try await store.load() == nil { try await store.save(try await ask(client, flow)) }
        } catch let fault as CallFault {
            throw fault
        } catch {
            throw CallFault(.credentials, VisibleText.of("\(error)"))
        }
        return APICredentials(scheme: scheme, credential: client.credential(store: store))
    }

    private var scopes: [String] {
        (words.last(.oauthScopes) ?? "").split(separator: " ").map(String.init)
    }

    private func ask(_ client: OAuthClient, _ flow: Flow) async throws -> OAuthToken {
        switch flow {
        case .device:
            let device = try await client.deviceAuthorization(scopes: scopes)
            say(
                "Open \(device.verificationURIComplete ?? device.verificationURI) and enter the code \(device.userCode)"
            )
            return try await client.token(for: device)
        case .code:
            let authorization = try client.authorization(redirectURI: words.last(.oauthRedirect), scopes: scopes)
            say("Open \(authorization.url)")
            say("Paste the address that the browser shows after the sign-in:")
            guard let redirect = surroundings.readLine() else {
                throw CallFault(.credentials, "standard input has no address to sign in with")
            }
            return try await client.exchange(redirect: redirect, for: authorization)
        }
    }

    /// Text of a server cannot command the terminal.
    private func say(_ text: String) { surroundings.complain(VisibleText.of(text) + "\n") }

    private func endpoints(for flow: Flow) -> (scheme: String, endpoints: OAuthEndpoints)? {
        for scheme in model.credentials.schemes {
            guard case .oauth2(let flows) = scheme.kind else { continue }
            let found = flows.first { decl in
                guard decl.tokenURL != nil else { return false }
                return flow == .device
                    ? decl.deviceAuthorizationURL != nil
                    : decl.authorizationURL != nil && decl.kind == "authorizationCode"
            }
            guard let found else { continue }
            return (
                scheme.key,
                OAuthEndpoints(
                    authorization: found.authorizationURL.map { ServerURL($0) },
                    token: found.tokenURL.map { ServerURL($0) },
                    refresh: found.refreshURL.map { ServerURL($0) },
                    deviceAuthorization: found.deviceAuthorizationURL.map { ServerURL($0) },
                    refusals: DocumentClient.refusals(model.credentials.refusals))
            )
        }
        return nil
    }
}
