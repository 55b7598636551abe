/// The remaining steps to the server.
public struct CallChain: Sendable {
    private let core: any CallSender
    let record: CallRecord
    private let position: Int

    init(core: any CallSender, record: CallRecord, position: Int = 0) {
        self.core = core
        self.record = record
        self.position = position
    }

    /// The number of requests that the call has sent so far.
    public var attempts: Int { record.attempts }

    /// Removes the credentials that the call has sent so far from texts.
    package var redactor: Redactor { record.redactor }

    public func callAsFunction(_ call: OutgoingCall) async throws(CallProblem) -> HTTPResponseStream {
        guard position < core.middleware.count else { return try await core.dispatch(call, record: record) }
        let rest = CallChain(core: core, record: record, position: position + 1)
        return try await core.middleware[position].intercept(call, next: rest)
    }

    func result(_ call: OutgoingCall) async -> Result<HTTPResponseStream, CallProblem> {
        do throws(CallProblem) {
            return .success(try await self(call))
        } catch {
            return .failure(error)
        }
    }

    /// Reads a response's body, within the limit of the call, as far as it arrives.
    func read(_ body: ByteStream, of call: OutgoingCall) async -> ([UInt8], CallProblem?) {
        await core.read(body, upTo: call.options.bodyLimit ?? CallOptions.standardBodyLimit)
    }
}
