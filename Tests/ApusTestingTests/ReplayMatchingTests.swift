import ApusRuntime
import ApusTesting
import Foundation
import HTTPTypes
import TestSupport
import Testing
import Wire

/// Which exchange answers a call, and what a recording leaves out. `ReplayTests` records against a server.
struct ReplayMatchingTests {
    private func client(_ transport: any HTTPTransport, _ middleware: any APIMiddleware) -> WireClient {
        WireClient(transport: transport, middleware: [.retries(.never), middleware])
    }

    private func record(
        _ stub: Stub, rules: RecordingRules = .standard, _ calls: (WireClient) async throws -> Void
    ) async throws -> ExchangeRecording {
        let recorder = ExchangeRecorder(rules: rules)
        try await calls(client(stub, recorder))
        return recorder.recording
    }

    private func upload(_ client: WireClient, _ name: String, _ bytes: [UInt8]) async throws -> String {
        try await client.upload(
            .init(file: FilePart(.bytes(bytes), name: name), title: "t", details: Details(id: "d", size: 2)))
    }

    /// The boundary is another one in each call.
    @Test func uploadsAreComparedByParts() async throws {
        let recording = try await record(Stub().on(Upload.self) { _ in "stored" }) { client in
            _ = try await upload(client, "a.bin", [0, 0xFF, 13, 10])
        }
        #expect((recording.exchanges.first?.requestBody?.bytes.count ?? 0) > 100)
        let replayer = ExchangeReplayer(recording)
        let replayed = client(.closed, replayer)
        let error = await #expect(throws: Upload.CallError.self) { _ = try await upload(replayed, "a.bin", [1]) }
        #expect(error?.description.contains("recorded was POST /uploads (another value of the body)") == true)
        _ = await #expect(throws: Upload.CallError.self) { _ = try await upload(replayed, "b.bin", [0, 0xFF, 13, 10]) }
        #expect(try await upload(replayed, "a.bin", [0, 0xFF, 13, 10]) == "stored")
        #expect(replayer.rest.isEmpty)
    }

    /// A browser's file; the pairs of the form in another order.
    @Test func formsAreComparedByPairs() async throws {
        let file = Repository.url(of: "Tests/ApusTestingTests/Recordings/browser.har")
        let recording = try ExchangeRecording(contentsOf: file)
        let order = Order(name: "x y", tags: ["a"])
        let options = CallOptions(query: [("a", "1")])
        #expect(try await client(.closed, ExchangeReplayer(recording)).sendForm(order, options: options) == "taken")
        await #expect(throws: SendForm.CallError.self) {
            try await client(.closed, ExchangeReplayer(recording)).sendForm(Order(name: "z"), options: options)
        }
    }

    @Test func matchingIsWidened() async throws {
        let recording = try await record(Stub().on(Answer.self) { call in .success(status: 203, call.kind) }) {
            client in
            _ = try await client.answer(kind: "a", options: CallOptions(headers: [.contentLanguage: "de"]))
            _ = try await client.answer(kind: "b", options: CallOptions(query: [("x", "1"), ("y", "2")]))
        }
        func answer(
            _ kind: String, _ criteria: [ExchangeCriterion], _ options: CallOptions = .standard
        ) async throws -> String? {
            let replayer = ExchangeReplayer(recording, matching: criteria)
            guard case .success(_, let text) = try await client(.closed, replayer).answer(kind: kind, options: options)
            else { return nil }
            return text
        }
        #expect(try await answer("zzz", [.operation]) == "a")
        #expect(try await answer("b", [.path]) == "b")
        #expect(try await answer("b", .standard, CallOptions(query: [("y", "2"), ("x", "1")])) == "b")
        await #expect(throws: Answer.CallError.self) { try await answer("b", .standard) }
        #expect(try await answer("a", .standard) == "a")
        let tenant = ExchangeCriterion.header("Content-Language")
        #expect(try await answer("a", [.path, tenant], CallOptions(headers: [.contentLanguage: "de"])) == "a")
        await #expect(throws: Answer.CallError.self) {
            try await answer("a", [.path, tenant], CallOptions(headers: [.contentLanguage: "fr"]))
        }
    }

    /// In the query, a header, JSON, a form, a part and a line; what was left out does not hinder replaying.
    @Test func secretsAreLeftOut() async throws {
        let rules = RecordingRules.standard.adding(headers: ["X-Tenant"], query: ["pin"], members: ["labels", "id"])
        let options = CallOptions(
            headers: [HTTPField.Name("X-Tenant")!: "s3cret-a"],
            query: [("access_token", "s3cret-b"), ("PIN", "s3cret-c"), ("page_token", "kept")])
        func calls(_ client: WireClient) async throws -> [String] {
            let answer = try await client.answer(kind: "k", options: options)
            let form = try await client.sendForm(Order(name: "n", labels: ["s3cret-f"]))
            let upload = try await client.upload(
                .init(file: FilePart(.bytes([7]), name: "f"), title: "t", details: Details(id: "s3cret-g")))
            let lines = try await client.lines().collect()
            return ["\(answer)", form, upload, "\(lines.count)"]
        }
        let stub = Stub()
            .on(Answer.self) { _ in .ok(.json(Details(id: "s3cret-h", size: 4))) }
            .on(SendForm.self) { _ in "form" }.on(Upload.self) { _ in "upload" }
            .on(Lines.self) { _ in ItemStream([Details(id: "s3cret-i"), Details(id: "s3cret-j")]) }
        let recorder = ExchangeRecorder(rules: rules)
        let results = try await calls(client(stub, recorder))
        let file = FileManager.default.temporaryDirectory.appending(path: "apus-\(UUID().uuidString).har")
        defer { try? FileManager.default.removeItem(at: file) }
        try recorder.recording.write(to: file)
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(!text.contains("s3cret"), "\(text)")
        #expect(text.contains("page_token=kept") && text.contains("access_token=REDACTED"))
        let replayed = client(.closed, ExchangeReplayer(try ExchangeRecording(contentsOf: file), rules: rules))
        let again = try await calls(replayed)
        #expect(again == results.map { $0.replacing("s3cret-h", with: "<redacted>") })
    }

    /// The middleware of a test without the trait says what is missing.
    @Test func replayingNeedsItsTrait() async throws {
        let error = await #expect(throws: SendForm.CallError.self) {
            try await client(.closed, .replaying).sendForm(Order(name: "n"))
        }
        #expect(error?.description.contains("give the test or its suite the trait") == true)
    }

    /// A problem of middleware is told; of a foreign error only the type, which may hold anything.
    @Test func problemsOfMiddlewareReachTheReader() async throws {
        struct Leaky: Error { let text = "s3cret" }
        struct Failing: APIMiddleware {
            func intercept(_ call: OutgoingCall, next: CallChain) async throws(CallProblem) -> HTTPResponseStream {
                throw .middleware(Leaky())
            }
        }
        let error = await #expect(throws: SendForm.CallError.self) {
            try await client(.closed, Failing()).sendForm(Order(name: "n"))
        }
        #expect(error?.description == "sendForm: Leaky in middleware")
    }
}

/// The trait, for a whole suite: each test begins with the whole file.
@Suite(.replaying("Recordings/browser.har"))
struct ReplayTraitTests {
    @Test(arguments: [1, 2]) func callsAreAnswered(time: Int) async throws {
        let client = WireClient(transport: .closed, middleware: [.retries(.never), .replaying])
        let options = CallOptions(query: [("a", "1")])
        #expect(try await client.sendForm(Order(name: "x y", tags: ["a"]), options: options) == "taken")
        await #expect(throws: SendForm.CallError.self) {
            try await client.sendForm(Order(name: "x y", tags: ["a"]), options: options)
        }
    }

    @Test(.replaying("Recordings/browser.har", matching: [.path])) func theTestsTraitCounts() async throws {
        let client = WireClient(transport: .closed, middleware: [.retries(.never), .replaying])
        #expect(try await client.sendForm(Order(name: "other")) == "taken")
    }
}
