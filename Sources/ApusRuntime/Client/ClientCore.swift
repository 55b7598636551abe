internal import HTTPTypes

/// The state that all calls of one client share. A generated client has one.
@_documentation(visibility: internal)
public final class ClientCore: Sendable {
    package let server: ServerURL
    package let transport: any HTTPTransport
    package let credentials: APICredentials
    /// The document's security schemes, by name.
    package let securitySchemes: [String: SecurityScheme]
    /// The middleware, outermost first: ``RetryMiddleware`` with the standard policy is added in front unless the given list
    /// contains ``RetryMiddleware``.
    package let middleware: [any APIMiddleware]
    /// Rules that detect failures in responses with a success status.
    package let rejections: [RejectionRule]
    /// The refusals that the API words in its own way.
    package let refusals: [RefusalRule]
    /// Rules for decoding where the document is silent.
    package let decoding: DecodingRules
    /// The value of `User-Agent`: `Apus/0.1.0 Pets/1.2.0`
    package let userAgent: String
    /// The arguments of calls that do not give them.
    package let parameters: ClientParameters
    /// Default options for every call; a call's own options take precedence. An idempotency key set here is ignored.
    package let options: CallOptions
    /// The clock for deadlines and for delays of event streams.
    private let clock: any Clock<Duration>

    /// - Parameters:
    ///   - server: The server of operations that have no server of their own.
    ///   - transport: The transport that sends the requests.
    ///   - credentials: Credentials by the names of `securitySchemes`.
    ///   - securitySchemes: The document's security schemes, by name.
    ///   - client: The client's part of the user agent, such as `Pets/1.2.0`.
    ///   - middleware: The middleware, outermost first. Without a ``RetryMiddleware``, the standard one is added in front.
    ///   - rejections: Rules that detect failures in responses with a success status.
    ///   - refusals: The refusals that the API words in its own way.
    ///   - decoding: Rules for decoding where the document is silent.
    ///   - options: Default options for every call.
    ///   - parameters: The arguments of calls that do not give them.
    ///   - clock: The clock for deadlines of calls and for delays before event streams are reopened; replace it in
    ///     tests only.
    public init(
        server: ServerURL, transport: any HTTPTransport, credentials: APICredentials = .none,
        securitySchemes: [String: SecurityScheme] = [:], client: String, middleware: [any APIMiddleware] = [],
        rejections: [RejectionRule] = [], refusals: [RefusalRule] = [], decoding: DecodingRules = .standard,
        options: CallOptions = .standard, parameters: ClientParameters = .none,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.server = server
        self.transport = transport
        self.credentials = credentials
        self.securitySchemes = securitySchemes
        self.middleware =
            middleware.contains { $0 is RetryMiddleware } ? middleware : [RetryMiddleware(.standard)] + middleware
        self.rejections = rejections
        self.refusals = refusals
        self.decoding = decoding
        self.options = options
        self.parameters = parameters
        self.clock = clock
        userAgent = "Apus/\(ApusVersion.current) \(client)"
    }

    private init(_ core: ClientCore, parameters: ClientParameters) {
        server = core.server
        transport = core.transport
        credentials = core.credentials
        securitySchemes = core.securitySchemes
        middleware = core.middleware
        rejections = core.rejections
        refusals = core.refusals
        decoding = core.decoding
        userAgent = core.userAgent
        options = core.options
        clock = core.clock
        self.parameters = parameters
    }

    /// The state of another client with the same transport, credentials and middleware, so with the same connections, tokens and limits.
    ///
    /// - Parameters:
    ///   - name: The parameter of the client that differs.
    ///   - value: Its value; nil: each call gives it.
    public func with<Value: Sendable>(_ name: String, _ value: Value?) -> ClientCore {
        ClientCore(self, parameters: parameters.with(name, value))
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
    func makeRecord(_ writer: RequestWriter, _ options: CallOptions) -> CallRecord {
        CallRecord(
            operation: writer.operation, deadline: options.deadline.map { CallDeadline($0, clock: clock) },
            messageRule: MessageRule(
                isShown: options.serverMessages != .withheld, rejections: rejections, refusals: refusals))
    }

    /// The request with its body, before middleware and without credentials.
    func makeCall(_ writer: RequestWriter, options: CallOptions) throws(CallProblem) -> OutgoingCall {
        var options = options
        do throws(EncodingProblem) {
            var operation = writer.descriptor
            if let path = writer.undocumentedPath { try authorize(path, of: &operation, &options) }
            var (request, body) = try writer.finish(server: server, options: options)
            if let address = writer.address {
                let target = try PageAddress.target(address, from: request, body: body)
                // A request to another host gets no credentials of the client, whatever the call's options say.
                if !target.isSameOrigin(as: request) { (operation.security, options.credentials) = ([], .withheld) }
                request = target.request(instead: request)
            }
            return OutgoingCall(request: request, body: body, operation: operation, options: options)
        } catch {
            throw .encoding(error)
        }
    }

    /// A request that the document does not describe gets all credentials of the client, one for each location. One to another host gets no
    /// credentials, headers and query items of the client, whatever the call's options say.
    private func authorize(
        _ path: RequestPath, of operation: inout OperationDescriptor, _ options: inout CallOptions
    ) throws(EncodingProblem) {
        if let origin = path.origin, try ServerParts(origin).origin != ServerParts(options.server ?? server).origin {
            (options.credentials, options.headers, options.query) = (.withheld, [:], [])
            return
        }
        let schemes = securitySchemes.filter { $0.value != .mutualTLS }.keys.sorted()
        operation.security = schemes.map { [$0: []] } + [[:]]
        options.credentials = options.credentials ?? .together
    }

    /// Sends the request once.
    func send(_ call: OutgoingCall, record: CallRecord) async throws(CallProblem) -> HTTPResponseStream {
        record.countAttempt()
        do throws(TransportProblem) {
            var request = call.request
            request.headerFields = request.headerFields.oneLinePerName
            var options = call.options.timeout.map { TransportOptions(timeout: $0) } ?? .standard
            options.secrets.record = record
            return try await transport.send(request, body: call.body, options: options)
        } catch {
            throw CallProblem(error)
        }
    }
}
