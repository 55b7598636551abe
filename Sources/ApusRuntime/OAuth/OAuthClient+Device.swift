#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension OAuthClient {
    /// Starts the device grant (RFC 8628, 3.1): returns the instructions to show to the user.
    public func deviceAuthorization(scopes: [String] = []) async throws(OAuthProblem) -> DeviceAuthorization {
        guard let url = endpoints.deviceAuthorization else {
            throw .configuration("no device authorization endpoint is given")
        }
        let fields = scopes.isEmpty ? [] : [TokenRequest.Field("scope", scopes.joined(separator: scopeSeparator))]
        let answer = try await send(fields, to: url)
        let object = try answer.success()
        // `verification_url` is the name in a draft that is still in use.
        guard let code = object["device_code"]?.string, let userCode = object["user_code"]?.string,
            let uri = (object["verification_uri"] ?? object["verification_url"])?.string
        else { throw answer.unexpected("without device_code, user_code and verification_uri") }
        let lifetime = TokenAnswer.seconds(object["expires_in"]) ?? 1800
        let interval = min(TokenAnswer.seconds(object["interval"]) ?? 5, 3600)
        return DeviceAuthorization(
            deviceCode: SecretString(code), userCode: userCode, verificationURI: uri,
            verificationURIComplete: object["verification_uri_complete"]?.string,
            expiresAt: clock.now().addingTimeInterval(lifetime), interval: .milliseconds(Int64(interval * 1000)),
            scopes: scopes)
    }

    /// Requests the token until the user has decided, the code expires or the task is cancelled (RFC 8628, 3.4, 3.5).
    ///
    /// `slow_down` adds five seconds to the interval; a failed connection doubles it.
    public func token(for device: DeviceAuthorization) async throws(OAuthProblem) -> OAuthToken {
        var interval = max(device.interval, .seconds(1))
        while true {
            guard clock.now().addingTimeInterval(interval.seconds) <= device.expiresAt else { throw .deviceCodeExpired }
            do {
                try await clock.sleep(interval)
            } catch {
                throw OAuthProblem(catching: error)
            }
            do throws(OAuthProblem) {
                return try await requestOnce(device)
            } catch {
                interval = try Self.interval(after: error, interval)
            }
        }
    }

    private func requestOnce(_ device: DeviceAuthorization) async throws(OAuthProblem) -> OAuthToken {
        var token = try await requestToken(
            "urn:ietf:params:oauth:grant-type:device_code", [TokenRequest.Field("device_code", device.deviceCode)])
        token.scopes = token.scopes ?? (device.scopes.isEmpty ? nil : device.scopes)
        return token
    }

    /// Throws errors that end the waiting.
    private static func interval(after error: OAuthProblem, _ interval: Duration) throws(OAuthProblem) -> Duration {
        switch error {
        case .refused(let refusal) where refusal.reason == .authorizationPending: return interval
        case .refused(let refusal) where refusal.reason == .slowDown: return interval + .seconds(5)
        case .refused(let refusal) where refusal.reason == .expiredToken: throw .deviceCodeExpired
        case .transport(let problem) where isPassing(problem.kind): return min(interval * 2, .seconds(3600))
        default: throw error
        }
    }

    private static func isPassing(_ kind: TransportProblem.Kind) -> Bool {
        [.timedOut, .connectionRefused, .cannotConnect, .closedEarly, .truncatedBody].contains(kind)
    }
}
