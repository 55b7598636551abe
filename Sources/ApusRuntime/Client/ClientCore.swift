internal import HTTPTypes

/// What all calls of one client share. A generated client holds one.
public final class ClientCore: Sendable {
    public let server: ServerURL
    public let transport: any HTTPTransport
    public let credentials: Credentials
    /// The document's, by name.
    public let securitySchemes: [String: SecurityScheme]
    /// The first one is outermost: ``Retries`` with the standard policy, unless the list that was given has its own.
    public let middleware: [any Middleware]
    /// Signs of failure in successful answers.
    public let rejections: [RejectionRule]
    /// How answers are read where the document leaves it open.
    public let decoding: DecodingRules
    /// For each attempt, unless a call says otherwise.
    public let transportOptions: TransportOptions
    /// `Apus/0.1.0 Pets/1.2.0`
    public let userAgent: String
    /// The most bytes of a body that is read as a whole, after decompression, and of one item of a stream; a longer one
    /// fails the call. Streams as a whole have no limit. A call may have its own.
    ///
    /// Values take more memory than the bytes that they are read from, at worst, for a body of nothing but small values: about 25 times as
    /// much for a ``JSONValue`` and for models, 60 times for XML, whose texts have a limit of their own (`XMLLimits`). Set the limit by the memory that a call may take.
    public let bodyLimit: Int
    /// The limit of a client that sets none: 16 MiB, whose worst case a phone can hold. Of JSON that is made of nothing but small values, each
    /// byte takes up to 24 bytes of memory as ``JSONValue`` and 16 as models: 380 MiB and 250 MiB.
    public static let standardBodyLimit = 16 << 20
    /// Where both sides are held to the document, unless a call says otherwise.
    public let checks: ContractChecks
    /// What every call does differently that says nothing else itself. A key in it is of no effect: it is one call's.
    public let options: CallOptions
    /// Measures deadlines, and the waits of event streams.
    private let clock: any Clock<Duration>

    /// - Parameters:
    ///   - server: Where operations go that have no server of their own.
    ///   - transport: Sends the requests.
    ///   - credentials: By the names of `securitySchemes`.
    ///   - securitySchemes: Those of the document, by name.
    ///   - client: The client's part of the user agent, such as `Pets/1.2.0`.
    ///   - middleware: The first one is outermost. Without a ``Retries`` in it, the standard one is put before all.
    ///   - rejections: What makes a failure of an answer whose status is a success.
    ///   - decoding: How answers are read where the document leaves it open.
    ///   - transportOptions: For each attempt, unless a call says otherwise.
    ///   - checks: Where both sides are held to the document, unless a call says otherwise.
    ///   - bodyLimit: The most bytes of a body that is read as a whole, and of one item of a stream;
    ///     ``standardBodyLimit`` unless told.
    ///   - options: What every call does differently that says nothing else itself.
    ///   - clock: Measures the deadlines of calls, and waits before event streams are opened again; another than the default is for tests.
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

    /// Sends what `writer` holds through middleware, credentials and transport.
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

    /// Waits by the client's clock.
    var timer: CallTimer { CallTimer(clock) }

    /// The call's time begins here.
    func makeRecord(_ options: CallOptions) -> CallRecord {
        CallRecord(deadline: options.deadline.map { CallDeadline($0, clock: clock) })
    }

    private func makeCall(_ writer: RequestWriter, options: CallOptions) throws(CallProblem) -> OutgoingCall {
        var options = options
        do throws(EncodingProblem) {
            var (request, body) = try writer.finish(server: server, options: options)
            var operation = writer.descriptor
            if let address = writer.address {
                let target = try PageAddress.target(address, from: request, body: body)
                // Another host is no business of the client's credentials, whatever the call says.
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

    /// Puts the request on the wire, once.
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
