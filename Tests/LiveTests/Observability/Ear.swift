import ApusObservability
import ApusPlatform
import ApusRuntime
import ApusTesting
import Foundation
import InMemoryTracing
import MetricsTestKit
import Tracing

/// Collects all output of a run: values in every form in which Swift prints them, log lines, metric dimensions, span
/// attributes, recordings, and the data that middleware sees.
final class Ear: Sendable, CustomReflectable {
    private struct State {
        var count = 0
        var leaks: [String] = []
    }

    private let secrets: [String]
    private let heard = Lock(State())
    private let keeper = LogKeeper()
    private let metrics = TestMetrics()
    private let tracer = InMemoryTracer()
    /// Requests and responses for tokens are data, which their caller must redact.
    private let recorder = ExchangeRecorder { exchange in
        if exchange.operation?.hasSuffix("Token") == true { (exchange.requestBody, exchange.body) = (nil, nil) }
    }

    /// - Parameter secrets: The texts that must not occur.
    init(secrets: [String]) {
        self.secrets = secrets
    }

    /// Clients reference their listener, which knows the secrets.
    var customMirror: Mirror { Mirror(self, children: [:]) }

    /// For the clients of the run.
    var middleware: [any APIMiddleware] {
        [
            .retries(.never), Listening(ear: self), recorder,
            .observed(logger: keeper.logger, metrics: metrics, tracer: tracer),
        ]
    }

    func hear(_ value: Any) {
        var text = "\(value)\n" + String(reflecting: value) + "\n"
        if let error = value as? any Error { text += error.localizedDescription + "\n" }
        dump(value, to: &text, maxDepth: 9, maxItems: 500)
        hear(text: text)
    }

    private func hear(text: String) {
        let leaks = secrets.filter { text.contains($0) }.map { "\($0) is in: \(text.prefix(300))" }
        heard.withLock { heard in
            heard.count += 1
            heard.leaks += leaks
        }
    }

    /// Collects the result or error of an action.
    func hear<Value>(_ action: () async throws -> Value) async {
        do { hear(try await action()) } catch { hear(error) }
    }

    /// The number of collected texts, and the first ones with secrets.
    func finish() throws -> (count: Int, leaks: [String]) {
        for line in keeper.lines { hear(text: line) }
        for timer in metrics.timers { hear(text: "\(timer.label) \(timer.dimensions)") }
        for meter in metrics.meters { hear(text: "\(meter.label) \(meter.dimensions)") }
        for span in tracer.finishedSpans {
            var text = "\(span.operationName) \(span.errors) \(span.events)"
            span.attributes.forEach { text += " \($0)=\($1)" }
            hear(text: text)
        }
        for exchange in recorder.recording.exchanges {
            hear(
                text: String(
                    decoding: try JSONEncoder().encode(ExchangeRecording(exchanges: [exchange])), as: UTF8.self))
        }
        return heard.withLock { ($0.count, Array($0.leaks.prefix(3))) }
    }

    private struct Listening: APIMiddleware {
        let ear: Ear

        func intercept(_ call: OutgoingCall, next: CallChain) async throws(CallProblem) -> HTTPResponseStream {
            ear.hear(call)
            let response: HTTPResponseStream
            do throws(CallProblem) {
                response = try await next(call)
            } catch {
                ear.hear(error)
                throw error
            }
            ear.hear(response)
            return response
        }
    }
}
