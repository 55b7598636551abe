import ApusRuntime
import ApusTesting
import Foundation
import TestSupport
import Testing

/// Recordings as files: HAR 1.2.
struct RecordingFileTests {
    private func file() -> URL {
        FileManager.default.temporaryDirectory.appending(path: "apus-\(UUID().uuidString).har")
    }

    /// An older recording is replaced, and nothing else.
    @Test func onlyARecordingIsReplaced() throws {
        let file = file()
        defer { try? FileManager.default.removeItem(at: file) }
        try ExchangeRecording().write(to: file)
        try ExchangeRecording().write(to: file)
        #expect(try ExchangeRecording(contentsOf: file).exchanges.isEmpty)
        for text in [#"{"name": "mine"}"#, #"{"log": {"entries": [{}]}}"#, "{"] {
            try Data(text.utf8).write(to: file)
            let problem = #expect(throws: FileProblem.self) { try ExchangeRecording().write(to: file) }
            #expect(problem?.path == file.path)
            #expect(try Data(contentsOf: file) == Data(text.utf8))
        }
    }

    @Test func everythingIsKept() throws {
        let file = file()
        defer { try? FileManager.default.removeItem(at: file) }
        let bodies: [[UInt8]] = [Array("text".utf8), [0xFF, 0xFE, 0], Array("e\u{301}".utf8), Array(#"{"a":1}"#.utf8)]
        let exchanges = bodies.map { bytes in
            RecordedExchange(
                operation: "put", started: Date(timeIntervalSince1970: 1_700_000_000.25), duration: .milliseconds(12),
                method: "PUT", url: "https://a.test/b?c=d%20e&f",
                requestHeaders: [.init(name: "content-type", value: "x/y")],
                requestBody: RecordedBody(bytes: bytes), status: 404, headers: [.init(name: "etag", value: "\"1\"")],
                body: RecordedBody(bytes: bytes))
        }
        let recording = ExchangeRecording(exchanges: exchanges)
        try recording.write(to: file)
        #expect(try ExchangeRecording(contentsOf: file) == recording)
        #expect(try JSONDecoder().decode(ExchangeRecording.self, from: JSONEncoder().encode(recording)) == recording)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(ExchangeRecording.self, from: Data("[]".utf8)) }
        let empty = ExchangeRecording(exchanges: [RecordedExchange(method: "GET", url: "https://a.test/", status: 204)])
        try empty.write(to: file)
        let back = try #require(try ExchangeRecording(contentsOf: file).exchanges.first)
        #expect(back.body == nil && back.requestBody == nil && back.operation == nil && back.path == "/")
    }

    /// The members that the format requires (HAR 1.2, sections "log" to "timings").
    @Test func requiredMembersAreWritten() throws {
        let file = file()
        defer { try? FileManager.default.removeItem(at: file) }
        let exchange = RecordedExchange(
            method: "POST", url: "https://a.test/b?c=d%20e", requestBody: RecordedBody(bytes: [1, 0xFF]), status: 302,
            headers: [.init(name: "location", value: "/c")], body: RecordedBody(bytes: [0xFF]))
        try ExchangeRecording(exchanges: [exchange]).write(to: file)
        let log = try #require(try JSONValue(json: Array(Data(contentsOf: file)))["log"])
        #expect(
            log["version"] == "1.2" && log["creator"]?["name"] == "Apus" && log["creator"]?["version"]?.string != nil)
        let entry = try #require(log["entries"]?[0])
        for name in ["startedDateTime", "time", "cache", "timings"] { #expect(entry[name] != nil, "\(name)") }
        for name in ["send", "wait", "receive"] { #expect(entry["timings"]?[name]?.double != nil, "\(name)") }
        let request = try #require(entry["request"])
        for name in ["method", "url", "httpVersion", "cookies", "headers", "queryString", "headersSize", "bodySize"] {
            #expect(request[name] != nil, "\(name)")
        }
        #expect(request["queryString"] == [["name": "c", "value": "d e"]])
        #expect(request["postData"] == ["mimeType": "", "text": "Af8=", "_encoding": "base64"])
        let response = try #require(entry["response"])
        for name in ["status", "httpVersion", "cookies", "headers", "headersSize", "bodySize"] {
            #expect(response[name] != nil, "\(name)")
        }
        #expect(response["statusText"] == "" && response["redirectURL"] == "/c")
        #expect(response["content"] == ["mimeType": "", "text": "/w==", "encoding": "base64", "size": 1])
    }

    @Test func whatIsNoRecordingIsTold() throws {
        let file = file()
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(throws: RecordingProblem.missing(path: file.path)) { try ExchangeRecording(contentsOf: file) }
        let cases = [
            "[]": "it has no member `log`, so it is not HAR", #"{"log": {}}"#: "/log/entries is not an array",
            #"{"log": {"entries": [{"request": {"method": "GET", "url": "/"}, "response": {"status": 1000}}]}}"#:
                "/log/entries/0/response has no status of three digits",
            #"{"log": {"entries": [{"request": {"method": "GET"}}]}}"#:
                "/log/entries/0/request has no method or no url",
            #"{"log": {"entries": [{"request": {"method": "GET", "url": "/"}, "response": {"status": 200, "content": {"text": "?", "encoding": "base64"}}}]}}"#:
                "/log/entries/0/response/content/text is not base64",
        ]
        for (text, reason) in cases {
            try Data(text.utf8).write(to: file)
            #expect(throws: RecordingProblem.invalid(path: file.path, reason: reason)) {
                try ExchangeRecording(contentsOf: file)
            }
        }
    }

    /// A file in the form of a browser's: other members, no operation, a form as a list.
    @Test func filesOfOthersAreRead() throws {
        let recording = try ExchangeRecording(
            contentsOf: Repository.url(of: "Tests/ApusTestingTests/Recordings/browser.har"))
        let exchange = try #require(recording.exchanges.first)
        #expect(exchange.operation == nil && exchange.method == "POST" && exchange.path == "/forms?a=1")
        #expect(exchange.requestBody.map { String(decoding: $0.bytes, as: UTF8.self) } == "name=x+y&tags=a")
        #expect(exchange.duration == .milliseconds(50))
    }
}
