public import HTTPTypes

/// Tokens that are replaced in time: before they expire, and when a server refuses them.
///
/// - A call that asks while a token is replaced waits for the one request that is under way.
/// - A 401 replaces the token and sends the call once more; a second 401 is the answer.
/// - The scopes of an operation are compared with the token's before it is sent.
/// - A token that the server refused to replace is not tried again; ``use(_:)`` brings another one.
/// - While the authorization server is down, or gives tokens that are of no use, it is asked after one second, two, four … up to a minute, and
///   not for each call; calls in between get what went wrong, or the token that there is.
///
/// One credential stands for one user; share it between clients of the same API.
public final class OAuthCredential: Credential {
    struct State {
        var token: OAuthToken?
        var isSaved = true
        /// The token that cannot be refreshed any more, and what the server said.
        var dead: (token: OAuthToken, refusal: OAuthRefusal)?
        var pace = RefreshPace()
    }

    /// Gets a token; `old` is the one to be replaced, if there is one.
    public typealias Obtain = @Sendable (_ old: OAuthToken?) async throws -> OAuthToken

    private let store: any OAuthTokenStore
    private let margin: Duration
    private let scopeRule: ScopeRule
    private let clock: OAuthClock
    private let obtain: Obtain
    private let flight = SingleFlight<OAuthToken?>()
    private let state = Lock(State())

    /// - Parameters:
    ///   - store: Gives the first token and keeps every later one.
    ///   - margin: A token is replaced this long before it expires, so that it does not do so on its way.
    ///   - scopeRule: Compares the token's scopes with those of the operation.
    ///   - clock: Tells when a token expires; another than the default is for tests.
    ///   - obtain: Throws ``OAuthError``, or an error of its own; after `authorizationRequired` with a refusal, or
    ///     `invalid_grant`, it is not asked again for the same token. It is never run twice at the same time, and not
    ///     cancelled with the call that needs it.
    public init(
        store: any OAuthTokenStore, margin: Duration = .seconds(60), scopeRule: ScopeRule = .exact,
        clock: OAuthClock = .system, obtain: @escaping Obtain
    ) {
        self.store = store
        self.margin = margin
        self.scopeRule = scopeRule
        self.clock = clock
        self.obtain = obtain
    }

    public func secret(for use: CredentialUse) async throws -> CredentialSecret {
        let token = try await token(refused: nil)
        if let granted = token.scopes {
            let missing = scopeRule.missing(use.scopes, in: granted)
            if !missing.isEmpty {
                throw CredentialProblem.missingScopes(
                    scheme: use.scheme, operation: use.operation.id, scopes: missing)
            }
        }
        return .token(token.accessToken.value)
    }

    public func renew(
        _ refused: CredentialSecret, for use: CredentialUse, response: HTTPResponse
    ) async throws -> Bool {
        guard case .token(let text) = refused else { return false }
        return try await token(refused: text).accessToken.value != text
    }

    /// The token that the next call would use; a new one where the old one has expired.
    public func token() async throws(OAuthError) -> OAuthToken {
        do {
            return try await token(refused: nil)
        } catch {
            throw OAuthError(catching: error)
        }
    }

    /// Uses and saves another token, such as that of a new authorization; nil signs out. Waits for a refresh that is
    /// under way, so that the token of that one does not come out on top.
    public func use(_ token: OAuthToken?) async throws(OAuthError) {
        while true {
            let (result, isShared) = await flight.run {
                self.state.withLock { $0 = State(token: token, isSaved: false) }
                try await self.save(token)
                return token
            }
            if Task.isCancelled { throw .cancelled }
            guard isShared else {
                if case .failure(let error) = result { throw OAuthError(catching: error) }
                return
            }
        }
    }
}

extension OAuthCredential {
    private func token(refused: String?) async throws -> OAuthToken {
        let known = state.withLock { $0.isSaved ? $0.token : nil }
        if let known, isUsable(known, refused: refused) { return known }
        let (token, isShared) = try await takeTurn(refused: refused)
        // What another call waited for may be the very token that was refused here.
        guard isShared, token.accessToken.value == refused else { return token }
        return try await takeTurn(refused: refused).token
    }

    /// Replaces the token, or waits for whoever does.
    private func takeTurn(refused: String?) async throws -> (token: OAuthToken, isShared: Bool) {
        let (result, isShared) = await flight.run { try await self.replace(refused: refused) }
        do {
            guard let token = try result.get() else { throw OAuthError.authorizationRequired(nil) }
            return (token, isShared)
        } catch OAuthError.cancelled {
            throw CancellationError()
        }
    }

    private func isUsable(_ token: OAuthToken, refused: String?) -> Bool {
        token.accessToken.value != refused && !token.isExpired(at: clock.now(), margin: margin)
    }

    /// Runs once at a time.
    private func replace(refused: String?) async throws(OAuthError) -> OAuthToken {
        let old = try await current()
        if let old, isUsable(old, refused: refused) { return old }
        if let dead = state.withLock({ $0.dead }), dead.token == old { throw .authorizationRequired(dead.refusal) }
        let pace = state.withLock { $0.pace }
        if pace.isHeld(at: clock.now()) {
            if let failure = pace.lastFailure { throw failure }
            if let old { return old }
        }
        let fresh = try await obtain(from: old)
        state.withLock { state in
            state = State(token: fresh, isSaved: false, pace: state.pace)
            state.pace.noteToken(at: clock.now(), random: .random(in: 0..<1))
        }
        try await save(fresh)
        return fresh
    }

    /// What the store has, which another process may have changed; what it does not have yet is saved first.
    private func current() async throws(OAuthError) -> OAuthToken? {
        let (known, isSaved) = state.withLock { ($0.token, $0.isSaved) }
        if !isSaved {
            try await save(known)
            return known
        }
        do {
            let stored = try await store.load()
            state.withLock { $0.token = stored }
            return stored
        } catch {
            throw .store(error)
        }
    }

    private func obtain(from old: OAuthToken?) async throws(OAuthError) -> OAuthToken {
        do {
            return try await obtain(old)
        } catch OAuthError.refused(let refusal) where refusal.reason == .invalidGrant {
            throw bury(old, refusal)
        } catch OAuthError.authorizationRequired(let refusal?) {
            throw bury(old, refusal)
        } catch {
            let error = OAuthError(catching: error)
            state.withLock { $0.pace.note(error, at: clock.now(), random: .random(in: 0..<1)) }
            throw error
        }
    }

    private func bury(_ old: OAuthToken?, _ refusal: OAuthRefusal) -> OAuthError {
        if let old { state.withLock { $0.dead = (old, refusal) } }
        return .authorizationRequired(refusal)
    }

    private func save(_ token: OAuthToken?) async throws(OAuthError) {
        do {
            try await store.save(token)
            state.withLock { if $0.token == token { $0.isSaved = true } }
        } catch {
            throw .store(error)
        }
    }
}

extension OAuthCredential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "redacted" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
