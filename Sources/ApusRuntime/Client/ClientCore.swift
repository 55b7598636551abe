internal import HTTPTypes

/// The state that all calls of one client share. A generated client has one.
public final class ClientCore: Sendable {
    public let server: ServerURL
    public let transport: any HTTPTransport
    public let credentials: Credentials
    /// The document's security schemes, by name.
    public let securitySchemes: [String: SecurityScheme]
    /// The middleware, outermost first: ``Retries`` with the standard policy is added in front unless the given list
    /// contains ``Retries``.
    public let middleware: [any Middleware]
    /// Rules that detect failures in responses with a success status.
    public let rejections: [RejectionRule]
    /// Rules for decoding where the document is silent.
    public let decoding: DecodingRules
    /// Options for each attempt; a call's options take precedence.
    public let transportOptions: TransportOptions
    /// The value of `User-Agent`: `Apus/0.1.0 Pets/1.2.0`
    public let userAgent: String
    /// The maximum number of bytes of a body that is read as a whole, after decompression, and of one item of a stream;
    /// a longer one fails the call. Streams as a whole have no limit. A call may set its own limit.
    ///
    /// Decoded values take more memory than their bytes: at worst, for a body of small values only, about 25 times as
    /// much for a ``JSONValue`` and for models, and 60 times for XML, which has its own limit (`XMLLimits`). Choose the
    /// limit by the memory that a call may use.
    public let bodyLimit: Int
    /// The default limit: 16 MiB, whose worst case fits into the memory of a phone.
    public static let standardBodyLimit = 16 << 20
    /// The checks of requests and responses against the document; a call's options take precedence.
    public let checks: ContractChecks
    /// Default options for every call; a call's own options take precedence. An idempotency key set here is ignored.
    public let options: CallOptions
    /// The clock for deadlines and for delays of event streams.
    private let clock: any Clock<Duration>

    /// - Parameters:
    ///   - server: The server of operations that have no server of their own.
    ///   - transport: The transport that sends the requests.
    ///   - credentials: Credentials by the names of `securitySchemes`.
    ///   - securitySchemes: The document's security schemes, by name.
    ///   - client: The client's part of the user agent, such as `Pets/1.2.0`.
    ///   - middleware: The middleware, outermost first. Without a ``Retries``, the standard one is added in front.
    ///   - rejections: Rules that detect failures in responses with a success status.
    ///   - decoding: Rules for decoding where the document is silent.
    ///   - transportOptions: Options for each attempt; a call's options take precedence.
    ///   - checks: The checks of requests and responses against the document; a call's options take precedence.
    ///   - bodyLimit: The maximum number of bytes of a body that is read as a whole, and of one item of a stream;
    ///     ``standardBodyLimit`` by default.
    ///   - options: Default options for every call.
    ///   - clock: The clock for deadlines of calls and for delays before event streams are reopened; replace it in
    ///     tests only.
    public init(
        server: ServerURL, transport: any HTTPTransport, credentials: Credentials = .none,
        securitySchemes: [String: SecurityScheme] = [:], client: String, middleware: [any Middleware] = [],
        rejections: [RejectionRule] = [], decoding: DecodingRules = .standard,
        transportOptions: TransportOptions = .standard, checks: ContractChecks = [],
        bodyLimit: Int = ClientCore.standardBodyLimit,
        options: CallOptions = .standard, clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.server = server
        self.transport = transport
        self.credentials = credentials
        self.securitySchemes = securitySchemes
        self.middleware = middleware.contains { $0 is Retries } ? middleware : [Retries(.standard)] + middleware
        self.rejections = rejections
        self.decoding = decoding
        self.transportOptions = transportOptions
        self.checks = checks
        self.bodyLimit = bodyLimit
        self.options = options
        self.clock = clock
        userAgent = "Apus/\(ApusVersion.current) \(client)"
    }

    /// Sends the content of `writer` through middleware, credentials and transport.
    func perform(
        _ writer: RequestWriter, options: CallOptions, record: CallRecord
    ) async throws(CallProblem) -> HTTPResponseStream {
        if Task.isCancelled { throw .cancelled }
        var call = try makeCall(writer, options: options)
        if call.request.headerFields[.userAgent] == nil { call.request.headerFields[.userAgent] = userAgent }
        let chain = CallChain(core: self, record: record)
        guard let deadline = record.deadline else { return try await chain(call) }
        return try await deadline.run { [call] in await chain.result(call) }.get()
    }

    /// A timer that uses the client's clock.
    var timer: CallTimer { CallTimer(clock) }

    /// The call's deadline starts here.
    func makeRecord(_ options: CallOptions) -> CallRecord {
        CallRecord(
            deadline: options.deadline.map { CallDeadline($0, clock: clock) },
            messageRule: MessageRule(isShown: options.serverMessages != .withheld, rejections: rejections))
    }

    private func makeCall(_ writer: RequestWriter, options: CallOptions) throws(CallProblem) -> OutgoingCall {
        var options = options
        do throws(EncodingProblem) {
            var (request, body) = try writer.finish(server: server, options: options)
            var operation = writer.descriptor
            if let address = writer.address {
                let target = try PageAddress.target(address, from: request, body: body)
                // A request to another host gets no credentials of the client, whatever the call's options say.
                if !target.isSameOrigin(as: request) { (operation.security, options.credentials) = ([], .withheld) }
                request = target.request(instead: request)
            }
            var transport = transportOptions
            if let timeout = options.timeout { transport.timeout = timeout }
            return OutgoingCall(
                request: request, body: body, transport: transport, operation: operation, options: options)
        } catch {
            throw .encoding(error)
        }
    }

    /// Sends the request once.
    func send(_ call: OutgoingCall, record: CallRecord) async throws(CallProblem) -> HTTPResponseStream {
        record.countAttempt()
        do throws(TransportProblem) {
            var request = call.request
            request.headerFields = request.headerFields.oneLinePerName
            var options = call.transport
            options.secrets.record = record
            return try await transport.send(request, body: call.body, options: options)
        } catch {
            throw CallProblem(error)
        }
    }
}
