/// The rest of the way to the server.
public struct CallChain: Sendable {
    private let core: any CallSender
    let record: CallRecord
    private let position: Int

    init(core: any CallSender, record: CallRecord, position: Int = 0) {
        self.core = core
        self.record = record
        self.position = position
    }

    /// How many requests the call has sent so far.
    public var attempts: Int { record.attempts }

    /// Takes out of texts what the call has sent as credentials so far.
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

    /// A response's body as far as it comes, under the call's limit or the client's.
    func read(_ body: ByteStream, of call: OutgoingCall) async -> ([UInt8], CallProblem?) {
        await core.read(body, upTo: call.options.bodyLimit ?? core.bodyLimit)
    }
}
