public import ApusRuntime
public import CoreMetrics
internal import HTTPTypes
public import Logging
public import Tracing

/// Reports the requests of a client to a logger, a metrics backend and a tracer, with OpenTelemetry's names for HTTP
/// clients.
///
/// Reports contain no secrets: credentials are added after all middleware, bodies are not read, only the server's
/// request id is reported of the headers, and only parameter names of a query. The path is reported as it is sent.
///
/// In a list without ``RetryMiddleware`` it runs inside them and reports every attempt; before explicit retries in the list, it
/// reports each call once. It measures until the head of the response, because the caller reads the body.
public struct ObservabilityMiddleware: APIMiddleware {
    private let log: RequestLog?
    private let metrics: RequestMetrics?
    private let tracer: (any Tracer)?
    private let clock = ContinuousClock()

    init(logger: Logger?, metrics: (any MetricsFactory)?, tracer: (any Tracer)?) {
        log = logger.map { RequestLog(logger: $0) }
        self.metrics = metrics.map { RequestMetrics(factory: $0) }
        self.tracer = tracer
    }

    public func intercept(_ call: OutgoingCall, next: CallChain) async throws(CallProblem) -> HTTPResponseStream {
        let attributes = RequestAttributes(call, resends: next.attempts)
        let start = clock.now
        log?.begin(attributes)
        metrics?.begin(attributes)
        let result = await traced(call, attributes, next)
        let outcome = RequestOutcome(result, duration: start.duration(to: clock.now))
        metrics?.end(attributes, outcome)
        log?.end(attributes, outcome)
        return try result.get()
    }

    private func traced(
        _ call: OutgoingCall, _ attributes: RequestAttributes, _ next: CallChain
    ) async -> Result<HTTPResponseStream, CallProblem> {
        guard let tracer else { return await Self.send(call, next) }
        let trace = RequestTrace.start(attributes, by: tracer)
        var call = call
        trace.inject(into: &call.request.headerFields, by: tracer)
        let result = await ServiceContext.$current.withValue(trace.span.context) { [call] in
            await Self.send(call, next)
        }
        trace.end(RequestOutcome(result, duration: .zero))
        return result
    }

    private static func send(_ call: OutgoingCall, _ next: CallChain) async -> Result<HTTPResponseStream, CallProblem> {
        do throws(CallProblem) {
            return .success(try await next(call))
        } catch {
            return .failure(error)
        }
    }
}

extension APIMiddleware where Self == ObservabilityMiddleware {
    /// Reports the requests of a client; a nil argument disables its signal at no cost.
    ///
    /// ```swift
    /// let client = SalesmsgClient(
    ///     transport: .asyncHTTPClient(), middleware: SalesmsgClient.standardMiddleware
    ///         + [.observed(logger: logger, metrics: MetricsSystem.factory, tracer: InstrumentationSystem.tracer)])
    /// ```
    ///
    /// - Parameters:
    ///   - logger: Receives a `debug` line for each request and each success, `warning` for failure statuses, `error`
    ///     for requests without a response.
    ///   - metrics: Receives `http.client.request.duration` and `http.client.active_requests`.
    ///   - tracer: Receives a client span for each request; the span's context is sent in the request's headers.
    public static func observed(
        logger: Logger? = nil, metrics: (any MetricsFactory)? = nil, tracer: (any Tracer)? = nil
    ) -> ObservabilityMiddleware {
        ObservabilityMiddleware(logger: logger, metrics: metrics, tracer: tracer)
    }
}
