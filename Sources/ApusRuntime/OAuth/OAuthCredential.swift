internal import ApusPlatform
public import HTTPTypes

/// A credential whose tokens are replaced in time: before they expire, and when a server refuses them.
///
/// - A call that needs the token while it is replaced waits for the one running request.
/// - A 401 replaces the token and sends the call once more; a second 401 is the result.
/// - The scopes of an operation are compared with the token's before the operation is sent.
/// - A token that the server refused to replace is not tried again; ``use(_:)`` sets another one.
/// - While the authorization server fails, or issues unusable tokens, it is called after one second, two, four … up to
///   a minute, and not for each call; calls in between get the last error, or the current token.
///
/// A credential represents one user; share it between clients of the same API.
public final class OAuthCredential: APICredential {
    struct State {
        var token: OAuthToken?
        var isSaved = true
        /// The token that can no longer be refreshed, and the server's reason.
        var dead: (token: OAuthToken, refusal: OAuthRefusal)?
        var pace = RefreshPace()
    }

    /// Obtains a token; `old` is the one to replace, if any.
    public typealias Obtain = @Sendable (_ old: OAuthToken?) async throws -> OAuthToken

    private let store: any OAuthTokenStore
    private let margin: Duration
    private let scopeRule: ScopeRule
    private let clock: OAuthClock
    private let obtain: Obtain
    private let flight = SingleFlight<OAuthToken?>()
    private let state = Lock(State())

    /// - Parameters:
    ///   - store: Supplies the first token and stores every later one.
    ///   - margin: The time before its expiry at which a token is replaced, so that it does not expire during a
    ///     request.
    ///   - scopeRule: Compares the token's scopes with the operation's.
    ///   - clock: The clock for expiry; replace it in tests only.
    ///   - obtain: Obtains a token. Throws ``OAuthProblem``, or an error of its own; after `authorizationRequired` with a
    ///     refusal, or `invalid_grant`, it is not called again for the same token. It never runs twice at the same
    ///     time, and is not cancelled with the call that needs the token.
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

    /// The token that the next call would use; a new one if the current one has expired.
    public func token() async throws(OAuthProblem) -> OAuthToken {
        do {
            return try await token(refused: nil)
        } catch {
            throw OAuthProblem(catching: error)
        }
    }

    /// Uses and stores another token, such as that of a new authorization; nil signs out. Waits for a running refresh,
    /// so that its token does not replace this one.
    public func use(_ token: OAuthToken?) async throws(OAuthProblem) {
        while true {
            let (result, isShared) = await flight.run {
                self.state.withLock { $0 = State(token: token, isSaved: false) }
                try await self.save(token)
                return token
            }
            if Task.isCancelled { throw .cancelled }
            guard isShared else {
                if case .failure(let error) = result { throw OAuthProblem(catching: error) }
                return
            }
        }
    }
}

extension OAuthCredential {
    private func token(refused: String?) async throws -> OAuthToken {
        let known = state.withLock { $0.isSaved ? $0.token : nil }
        if let known, isUsable(known, refused: refused) { return known }
        let (token, isShared) = try await shareRenewal(refused: refused)
        // Another call may have waited for the same token that was refused here.
        guard isShared, token.accessToken.value == refused else { return token }
        return try await shareRenewal(refused: refused).token
    }

    /// Replaces the token, or waits for a running replacement.
    private func shareRenewal(refused: String?) async throws -> (token: OAuthToken, isShared: Bool) {
        let (result, isShared) = await flight.run { try await self.replace(refused: refused) }
        do {
            guard let token = try result.get() else { throw OAuthProblem.authorizationRequired(nil) }
            return (token, isShared)
        } catch OAuthProblem.cancelled {
            throw CancellationError()
        }
    }

    private func isUsable(_ token: OAuthToken, refused: String?) -> Bool {
        token.accessToken.value != refused && !token.isExpired(at: clock.now(), margin: margin)
    }

    /// Runs at most once at a time.
    private func replace(refused: String?) async throws(OAuthProblem) -> OAuthToken {
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

    /// The stored token, which another process may have changed; an unsaved token is saved first.
    private func current() async throws(OAuthProblem) -> OAuthToken? {
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

    private func obtain(from old: OAuthToken?) async throws(OAuthProblem) -> OAuthToken {
        do {
            return try await obtain(old)
        } catch OAuthProblem.refused(let refusal) where refusal.reason == .invalidGrant {
            throw bury(old, refusal)
        } catch OAuthProblem.authorizationRequired(let refusal?) {
            throw bury(old, refusal)
        } catch {
            let error = OAuthProblem(catching: error)
            state.withLock { $0.pace.note(error, at: clock.now(), random: .random(in: 0..<1)) }
            throw error
        }
    }

    private func bury(_ old: OAuthToken?, _ refusal: OAuthRefusal) -> OAuthProblem {
        if let old { state.withLock { $0.dead = (old, refusal) } }
        return .authorizationRequired(refusal)
    }

    private func save(_ token: OAuthToken?) async throws(OAuthProblem) {
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
