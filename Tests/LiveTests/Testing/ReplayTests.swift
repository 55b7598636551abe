import ApusRuntime
import ApusTesting
import Foundation
import Salesmsg
import TestServers
import Testing

/// Recorded once against a real server, replayed without one.
@Suite struct ReplayTests {
    private func calls(_ client: SalesmsgClient) async throws -> [String] {
        let contact = try await client.fetchContact(contact: 4)
        let again = try await client.fetchContact(contact: 4)
        let tag = try await client.createTag(label: "new & old", body: TagFields(label: "x"))
        var refusal = ""
        do { _ = try await client.fetchContact(contact: 5) } catch { refusal = "\(error)" }
        return [contact.firstName ?? "", again.firstName ?? "", tag.label ?? "", refusal]
    }

    private func record(over transport: Transport) async throws -> (recording: ExchangeRecording, results: [String]) {
        let count = Tally()
        let server = try await RecordingServer.start { request in
            if request.path == "/contacts/5" { return .json(#"{"message": "gone"}"#, status: 404) }
            if request.path == "/tags" { return .json(#"{"id": 1, "label": "Grüße"}"#) }
            let name = await count.add() == 1 ? "Ada" : "Bea"
            return .json(#"{"id": 4, "first_name": "\#(name)"}"#, [Pair(name: "set-cookie", value: "sid=s3cret")])
        }
        let recorder = ExchangeRecorder { exchange in
            if exchange.status == 404 { exchange.body = RecordedBody(bytes: Array(#"{"message": "redacted"}"#.utf8)) }
        }
        let client = SalesmsgClient(
            server: .custom(server.url), transport: transport.shared, credentials: .personalToken("s3cret"),
            middleware: [.retries(.never), recorder])
        let results = try await calls(client)
        return (recorder.recording, results)
    }

    @Test(arguments: Transport.allCases) func replaysWhatWasRecorded(over transport: Transport) async throws {
        let (recording, results) = try await record(over: transport)
        #expect(results.prefix(3) == ["Ada", "Bea", "Grüße"])
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("apus-\(UUID()).har")
        defer { try? FileManager.default.removeItem(at: file) }
        try recording.write(to: file)
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(!text.contains("s3cret") && !text.contains("gone"))
        let replayer = ExchangeReplayer(try ExchangeRecording(contentsOf: file))
        let client = SalesmsgClient(
            server: .custom("https://elsewhere.test"), transport: .closed, credentials: .personalToken("other"),
            middleware: [.retries(.never), replayer])
        // The error says what the edited recording has.
        #expect(try await calls(client) == results.map { $0.replacing("gone", with: "redacted") })
        #expect(replayer.rest.isEmpty)
        do {
            _ = try await client.fetchContact(contact: 4)
            Issue.record("each answer serves once")
        } catch {
            guard case .middleware(let problem as ReplayProblem) = error.kind else {
                Issue.record("\(error)")
                return
            }
            #expect(problem.request == "GET /contacts/4")
            #expect(problem.recorded == ["GET /contacts/4", "GET /contacts/4", "GET /contacts/5"])
            #expect(problem.reasons == ["already used", "already used", "another value of the path"])
            #expect(error.description.hasPrefix("fetchContact: no answer is left for GET /contacts/4; recorded was"))
        }
    }

    /// Bodies are equal as JSON, whatever the order of members.
    @Test func bodiesAreComparedAsJSON() async throws {
        var (recording, _) = try await record(over: .asyncHTTPClient)
        let index = try #require(recording.exchanges.firstIndex { $0.operation == "createTag" })
        recording.exchanges[index].requestBody = RecordedBody(bytes: Array(#" { "label" : "x" } "#.utf8))
        let client = SalesmsgClient(
            server: .custom("https://elsewhere.test"), transport: .closed, credentials: .personalToken("t"),
            middleware: [.retries(.never), ExchangeReplayer(recording)])
        #expect(try await client.createTag(label: "new & old", body: TagFields(label: "x")).id == 1)
        do {
            _ = try await client.createTag(label: "new & old", body: TagFields(label: "y"))
            Issue.record("this was not recorded")
        } catch {
            guard case .middleware(is ReplayProblem) = error.kind else {
                Issue.record("\(error)")
                return
            }
        }
    }

    /// A count that requests share.
    private actor Tally {
        private var count = 0

        func add() -> Int {
            count += 1
            return count
        }
    }
}
