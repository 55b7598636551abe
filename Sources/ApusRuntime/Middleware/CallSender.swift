/// The part of a client that a chain of middleware needs to send its calls.
protocol CallSender: AnyObject, Sendable {
    /// The first one is outermost.
    var middleware: [any APIMiddleware] { get }

    /// Sends the call behind all middleware.
    func dispatch(_ call: OutgoingCall, record: CallRecord) async throws(CallProblem) -> HTTPResponseStream

    /// A response's body as far as it comes.
    func read(_ body: ByteStream, upTo limit: Int) async -> ([UInt8], CallProblem?)
}
