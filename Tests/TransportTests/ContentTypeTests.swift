import ApusRuntime
import HTTPTypes
import TestServers
import Testing

/// Bodies in other encodings, and in other formats than documented, over real connections.
@Suite(.timeLimit(.minutes(1))) struct ContentTypeTests {
    private func fetch<Operation: APIOperation>(
        _ operation: Operation, _ kind: TransportKind, _ body: [UInt8], _ contentType: String?
    ) async throws -> Result<Operation.Success, APIError<Operation.Failure>> {
        let server = try SocketServer { connection in
            guard connection.readPath() != nil else { return }
            connection.answer(body: body, headers: contentType.map { ["Content-Type: " + $0] } ?? [])
        }
        let client = FaultClient(port: server.port, kind.make(), middleware: [.retries(.never)])
        do throws(APIError<Operation.Failure>) {
            return .success(try await client.send(operation, options: .standard))
        } catch {
            return .failure(error)
        }
    }

    /// Bytes, type → text.
    static let texts: [([UInt8], String?, String)] = [
        (Array("Grüße".utf8), nil, "Grüße"),
        ([0xEF, 0xBB, 0xBF] + Array("Grüße".utf8), "text/plain", "Grüße"),
        (Array("Gr".utf8) + [0xFC, 0xDF, 0x65], "text/plain; charset=ISO-8859-1", "Grüße"),
        ([0x80, 0x20, 0x93, 0x61, 0x94], "text/plain;charset=\"windows-1252\"", "€ “a”"),
        ([0xFE, 0xFF, 0x00, 0xFC], "text/plain; charset=utf-16", "ü"),
        ([0xFF, 0xFE, 0xFC, 0x00], "text/plain; charset=utf-16", "ü"),
        ([0x00, 0x61, 0x00, 0xFC], "text/plain; charset=UTF-16BE", "aü"),
        ([0x61, 0x00, 0xFC, 0x00], "text/plain; charset=UTF-16LE", "aü"),
        ([0x61, 0x00, 0xFC, 0x00], "text/plain; charset=utf-16", "aü"),
        ([0x93, 0xFA, 0x96, 0x7B], "text/plain; charset=Shift_JIS", "日本"),
        ([0xC6, 0xFC, 0xCB, 0xDC], "text/plain; charset=EUC-JP", "日本"),
        ([0xB0, 0xA1], "text/plain; charset=gb2312", "啊"),
        ([0xCF, 0xF0, 0xE8], "text/plain; charset=windows-1251", "При"),
        (Array("a".utf8), "text/plain; charset=x-unheard-of", ""),
    ]

    @Test(arguments: TransportKind.allCases) func charsetsAreRead(_ kind: TransportKind) async throws {
        for (bytes, type, text) in Self.texts where !text.isEmpty {
            #expect(try await fetch(ReadText(), kind, bytes, type).get() == text, "\(type ?? "no type")")
        }
    }

    /// Nothing becomes U+FFFD: invalid text is reported with its bytes.
    @Test(arguments: TransportKind.allCases) func bytesThatAreNoTextAreTold(_ kind: TransportKind) async throws {
        let wrong: [([UInt8], String?, String)] = [
            ([0x61, 0xFC], "text/plain", "expected text in UTF-8, found 2 bytes that are none (offset 0)"),
            ([0x61, 0xFC], nil, "expected text in UTF-8, found 2 bytes that are none (offset 0)"),
            ([0x61], "text/plain; charset=utf-16", "expected text in utf-16, found 1 bytes that are none (offset 0)"),
            (
                [0x82], "text/plain; charset=shift_jis",
                "expected text in shift_jis, found 1 bytes that are none (offset 0)"
            ),
            ([0x61], "text/plain; charset=../x", "expected text in ../x, found 1 bytes that are none (offset 0)"),
        ]
        for (bytes, type, problem) in wrong {
            guard case .failure(let error) = try await fetch(ReadText(), kind, bytes, type) else {
                Issue.record("\(bytes) was taken for text")
                continue
            }
            #expect(error.decodingProblem?.description == problem)
            #expect(error.body == bytes)
        }
    }

    @Test(arguments: TransportKind.allCases) func jsonInOtherEncodings(_ kind: TransportKind) async throws {
        let json = #"{"a":"ü"}"#
        let latin = Array(json.unicodeScalars.map { UInt8($0.value) })
        let wide = json.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let kinds: [([UInt8], String)] = [
            (Array(json.utf8), "application/json"), ([0xEF, 0xBB, 0xBF] + Array(json.utf8), "application/json"),
            (latin, "application/json; charset=iso-8859-1"),
            // A default charset that a framework adds to UTF-8.
            (Array(json.utf8), "application/json;charset=ISO-8859-1"),
            (wide, "application/json"), ([0xFF, 0xFE] + wide, "application/json; charset=utf-16"),
        ]
        for (bytes, type) in kinds {
            #expect(try await fetch(Fetch(name: "x"), kind, bytes, type).get() == ["a": "ü"], "\(type)")
        }
        guard case .failure(let error) = try await fetch(Fetch(name: "x"), kind, latin, "application/json") else {
            Issue.record("Latin-1 was taken for UTF-8")
            return
        }
        #expect(error.decodingProblem != nil)
    }

    /// An HTML page instead of JSON is reported as such.
    @Test(arguments: TransportKind.allCases) func aPageIsNoJSON(_ kind: TransportKind) async throws {
        let page = Array("<!DOCTYPE html><p>Log in".utf8)
        for type in ["text/html; charset=utf-8", nil] {
            guard case .failure(let error) = try await fetch(Fetch(name: "x"), kind, page, type) else {
                Issue.record("a page was taken for JSON")
                continue
            }
            #expect(
                error.decodingProblem?.description
                    == "expected JSON, found a page of HTML (\(type ?? "no content type")) (offset 0)")
            #expect(error.body == page)
        }
    }

    /// A response that is not a stream is an error with its body; events are decoded under any content type.
    @Test(arguments: TransportKind.allCases) func whatIsNoStreamIsTold(_ kind: TransportKind) async throws {
        let json = Array(#"{"error":"no"}"#.utf8)
        let answers: [([UInt8], String, String)] = [
            (json, "application/json", "expected an event stream, found JSON (application/json) (offset 0)"),
            (
                Array("<html>".utf8), "text/html",
                "expected an event stream, found a page of HTML (text/html) (offset 0)"
            ),
        ]
        for (body, type, problem) in answers {
            guard case .failure(let error) = try await fetch(Watch(), kind, body, type) else {
                Issue.record("\(type) was taken for a stream")
                continue
            }
            #expect(error.decodingProblem?.description == problem)
            #expect(error.body == body)
        }
        for type in ["text/event-stream; charset=utf-8", "text/plain", nil] {
            var data: [JSONValue] = []
            for try await event in try await fetch(Watch(), kind, Array("data: 1\n\n".utf8), type).get() {
                data.append(event.data)
            }
            #expect(data == [1], "\(type ?? "no type")")
        }
    }

    @Test(arguments: TransportKind.allCases) func theUsualEndEndsAStream(_ kind: TransportKind) async throws {
        let stream = Array("data: 1\n\ndata: [DONE]\n\ndata: 2\n\n".utf8)
        var data: [JSONValue] = []
        for try await event in try await fetch(Watch(), kind, stream, "text/event-stream").get() {
            data.append(event.data)
        }
        #expect(data == [1])
        var texts: [String] = []
        for try await event in try await fetch(WatchText(), kind, stream, "text/event-stream").get() {
            texts.append(event.data)
        }
        #expect(texts == ["1", "[DONE]", "2"], "of texts it is one")
    }
}

private struct ReadText: APIOperation {
    static let descriptor = OperationDescriptor(id: "readText", method: .get, path: "/text", accept: ["text/plain"])
    func encode(into request: inout RequestWriter) {}
    static func decode(_ response: inout ResponseReader) -> String { response.text() }
    typealias Failure = UndocumentedFailure
}

private struct Watch: APIOperation {
    static let descriptor = OperationDescriptor(
        id: "watch", method: .get, path: "/watch", accept: ["text/event-stream", "application/problem+json"],
        streams: true)
    func encode(into request: inout RequestWriter) {}
    static func decode(_ response: inout ResponseReader) -> EventStream<JSONValue> { response.events() }
    typealias Failure = UndocumentedFailure
}

private struct WatchText: APIOperation {
    static let descriptor = OperationDescriptor(
        id: "watchText", method: .get, path: "/watch", accept: ["text/event-stream"], streams: true)
    func encode(into request: inout RequestWriter) {}
    static func decode(_ response: inout ResponseReader) -> EventStream<String> { response.events() }
    typealias Failure = UndocumentedFailure
}
