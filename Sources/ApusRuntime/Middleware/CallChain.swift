/// The rest of the way to the server.
public struct CallChain: Sendable {
    private let core: ClientCore
    private let record: CallRecord
    private let position: Int

    init(core: ClientCore, record: CallRecord, position: Int = 0) {
        self.core = core
        self.record = record
        self.position = position
    }

    public func callAsFunction(_ call: OutgoingCall) async throws(CallProblem) -> HTTPResponseStream {
        guard position < core.middleware.count else { return try await core.dispatch(call, record: record) }
        let rest = CallChain(core: core, record: record, position: position + 1)
        return try await core.middleware[position].intercept(call, next: rest)
    }
}
