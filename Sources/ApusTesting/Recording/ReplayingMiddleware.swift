internal import ApusRecording
public import ApusRuntime

/// Passes each call to what the running test replays or records.
public struct ReplayingMiddleware: APIMiddleware {
    /// The replayer or the recorder of the running test.
    @TaskLocal static var current: (any APIMiddleware)?

    public func intercept(_ call: OutgoingCall, next: CallChain) async throws(CallProblem) -> HTTPResponseStream {
        guard let current = Self.current else { throw .middleware(RecordingProblem.noTrait) }
        return try await current.intercept(call, next: next)
    }
}

extension APIMiddleware where Self == ReplayingMiddleware {
    /// The recording of the test's trait `.replaying(…)`; the last middleware of a client.
    public static var replaying: ReplayingMiddleware { ReplayingMiddleware() }
}
