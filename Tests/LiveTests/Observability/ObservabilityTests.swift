import ApusObservability
import ApusRuntime
import InMemoryTracing
import MetricsTestKit
import Salesmsg
import TestServers
import Testing
import Tracing

/// The reports of a logger, a metrics backend and a tracer about real calls.
@Suite struct ObservabilityTests {
    private let keeper = LogKeeper()
    private let metrics = TestMetrics()
    private let tracer = InMemoryTracer()

    private func client(_ server: RecordingServer, _ transport: Transport, retries: Bool = false) -> SalesmsgClient {
        let observed: any APIMiddleware = .observed(logger: keeper.logger, metrics: metrics, tracer: tracer)
        return SalesmsgClient(
            server: .custom(server.url), transport: transport.shared, credentials: .personalToken("s3cret"),
            middleware: retries
                ? [.retries(RetryPolicy(initialDelay: .milliseconds(1))), observed] : [.retries(.never), observed])
    }

    @Test(arguments: Transport.allCases) func tellsASuccess(over transport: Transport) async throws {
        let server = try await RecordingServer.start { _ in
            .json(#"{"results": []}"#, [Pair(name: "x-request-id", value: "r-7")])
        }
        _ = try await client(server, transport).searchContacts(term: "Ada Lovelace", limit: 3)
        let span = try #require(tracer.finishedSpans.first)
        #expect(span.operationName == "GET /contacts/search")
        #expect(span.kind == .client)
        let port = try #require(Int(server.url.split(separator: ":").last ?? ""))
        let expected: [String: SpanAttribute] = [
            "http.request.method": "GET", "url.template": "/contacts/search", "url.scheme": "http",
            "server.address": "127.0.0.1", "server.port": .int64(Int64(port)),
            "url.full": "\(server.url)/contacts/search?term=REDACTED&limit=REDACTED",
            "http.response.status_code": .int64(200),
        ]
        for (name, value) in expected {
            #expect("\(String(describing: span.attributes.get(name)))" == "\(String(describing: Optional(value)))")
        }
        #expect(span.status == nil)
        #expect(metrics.timers(label: "http.client.request.duration").count == 1)
        let dimensions = metrics.timers(label: "http.client.request.duration").first?.dimensions ?? []
        #expect(dimensions.contains { $0 == ("http.response.status_code", "200") })
        #expect(dimensions.contains { $0 == ("url.template", "/contacts/search") })
        #expect(keeper.lines.count == 2)
        #expect(keeper.lines.last?.hasPrefix("debug searchContacts answered 200 ") == true, "\(keeper.lines)")
        #expect(keeper.lines.last?.contains("request_id=r-7") == true)
        #expect(!keeper.lines.joined().contains("Lovelace") && !keeper.lines.joined().contains("s3cret"))
    }

    /// The span's context is sent, so that the server can continue the trace.
    @Test(arguments: Transport.allCases) func sendsTheContext(over transport: Transport) async throws {
        let server = try await RecordingServer.start { _ in .json(#"{"id": 4}"#) }
        _ = try await client(server, transport).fetchContact(contact: 4)
        let span = try #require(tracer.finishedSpans.first)
        let sent = try #require(await server.requests.first)
        #expect(sent.header(InMemoryTracer.spanIDKey) == span.spanID)
        #expect(sent.header(InMemoryTracer.traceIDKey) == span.traceID)
    }

    @Test(arguments: Transport.allCases) func tellsEachAttempt(over transport: Transport) async throws {
        let isBroken = Flag()
        await isBroken.set(true)
        let server = try await RecordingServer.start { _ in
            if await isBroken.isSet {
                await isBroken.set(false)
                return .json("{}", status: 503)
            }
            return .json(#"{"id": 4}"#)
        }
        _ = try await client(server, transport, retries: true).fetchContact(contact: 4)
        let spans = tracer.finishedSpans
        #expect(spans.count == 2)
        #expect(spans.first?.status?.code == .error)
        let resends = String(describing: spans.last?.attributes.get("http.request.resend_count"))
        #expect(resends.contains("1"))
        #expect(keeper.lines.contains { $0.hasPrefix("warning fetchContact answered 503 ") })
    }

    @Test(arguments: Transport.allCases) func tellsWhatGotNoAnswer(over transport: Transport) async throws {
        let url = try SocketServer.refusedURL()
        let observed: any APIMiddleware = .observed(logger: keeper.logger, metrics: metrics, tracer: tracer)
        let client = SalesmsgClient(
            server: .custom(url), transport: transport.shared, credentials: .personalToken("s3cret"),
            middleware: [.retries(.never), observed])
        _ = try? await client.fetchContact(contact: 4)
        #expect(keeper.lines.contains { $0.hasPrefix("error fetchContact failed: connectionRefused ") })
        let error = tracer.finishedSpans.first?.attributes.get("error.type")
        #expect("\(String(describing: error))".contains("connectionRefused"))
    }

    /// Differences to the document are told once, to the signals that are enabled.
    @Test(arguments: Transport.allCases) func tellsDifferences(over transport: Transport) async throws {
        let server = try await RecordingServer.start { _ in .json(#"{"reason": "s3cret"}"#, status: 418) }
        let client = SalesmsgClient(
            server: .custom(server.url), transport: transport.shared, credentials: .personalToken("s3cret"),
            options: CallOptions(checks: .observe(logger: keeper.logger, metrics: metrics)))
        for _ in 1...3 { _ = try? await client.fetchContact(contact: 4) }
        #expect(keeper.lines.count == 1)
        #expect(
            keeper.lines.first?.hasPrefix("warning the status 418 of fetchContact is not documented ") == true,
            "\(keeper.lines)")
        #expect(keeper.lines.first?.contains("kind=undocumented-status") == true)
        #expect(!keeper.lines.joined().contains("s3cret"))
        let counter = try #require(metrics.counters(label: "apus.contract.differences").first)
        #expect(counter.totalValue == 1)
        #expect(counter.dimensions.contains { $0 == ("kind", "undocumented-status") })
        #expect(counter.dimensions.contains { $0 == ("operation", "fetchContact") })
    }

    /// A disabled signal receives nothing, and adds nothing to the request; with all disabled the request is unchanged.
    @Test(arguments: Transport.allCases) func offIsNothing(over transport: Transport) async throws {
        let server = try await RecordingServer.start { _ in .json(#"{"id": 4}"#) }
        let lists: [[any APIMiddleware]] = [
            [], [.observed()], [.observed(logger: keeper.logger)], [.observed(metrics: metrics)],
        ]
        for (index, observed) in lists.enumerated() {
            let client = SalesmsgClient(
                server: .custom(server.url), transport: transport.shared, credentials: .personalToken("s3cret"),
                middleware: [.retries(.never)] + observed)
            #expect(try await client.fetchContact(contact: 4).id == 4)
            #expect(keeper.lines.count == (index < 2 ? 0 : 2))
            #expect(metrics.timers.count == (index < 3 ? 0 : 1))
        }
        #expect(tracer.finishedSpans.isEmpty)
        #expect(await Set(server.requests.map { Set($0.headers) }).count == 1, "no header is added")
    }
}
