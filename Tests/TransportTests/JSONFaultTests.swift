import ApusRuntime
import TestServers
import Testing

/// JSON at its edges, over the wire.
@Suite(.timeLimit(.minutes(1))) struct JSONFaultTests {
    private func fetch(
        _ kind: TransportKind, _ body: [UInt8], _ options: CallOptions = .standard
    ) async throws -> Result<JSONValue, APIError<UndocumentedFailure>> {
        let server = try SocketServer { connection in
            guard connection.readPath() != nil else { return }
            connection.answer(body: body, headers: ["Content-Type: application/json"])
        }
        let client = FaultClient(port: server.port, kind.make(), middleware: [.retries(.never)])
        do throws(APIError<UndocumentedFailure>) {
            return .success(try await client.fetch("x", options))
        } catch {
            return .failure(error)
        }
    }

    private func problem(
        _ kind: TransportKind, _ body: [UInt8], _ options: CallOptions = .standard
    ) async throws -> DecodingProblem? {
        guard case .failure(let error) = try await fetch(kind, body, options) else { return nil }
        guard case .decoding(let problem) = error.kind else { throw error }
        #expect(error.body == body, "nothing that came is lost")
        return problem
    }

    /// Text → its form after decoding and encoding.
    static let kept: [(String, String)] = [
        (
            "[123456789012345678901234567890, 0.1000000000000000055511151231257827, 1E400, -0]",
            "[123456789012345678901234567890,0.1000000000000000055511151231257827,1E400,-0]"
        ),
        (#"{"a": 1, "b": 2, "a": 3}"#, #"{"a":3,"b":2}"#),
        (#"["\ud83d\ude00\u00e9", "\u0000\/"]"#, "[\"\u{1F600}\u{E9}\",\"\\u0000/\"]"),
        // Half a pair is not a character, and does not invalidate the rest (RFC 8259, 8.2).
        (#"["\ud83d", 1]"#, "[\"\u{FFFD}\",1]"), (" \r\n\t null ", "null"),
        ("\"\u{2028}\u{7F}\"", "\"\u{2028}\u{7F}\""),
    ]

    @Test(arguments: TransportKind.allCases) func nothingIsLost(_ kind: TransportKind) async throws {
        for (text, expected) in Self.kept {
            let value = try await fetch(kind, Array(text.utf8)).get()
            #expect(value.description == expected)
        }
        // An empty body is null where that is allowed, and strict reading reports it.
        #expect(try await fetch(kind, []).get() == .null)
        let empty = try await problem(kind, [], CallOptions(checks: .responses))
        #expect(empty?.found == "an empty body", "\(String(describing: empty))")
        // The last one wins, and strict reading reports it.
        let strict = try await problem(kind, Array(#"{"a": 1, "b": 2, "a": 3}"#.utf8), CallOptions(checks: .responses))
        #expect(strict?.expected == "a name that occurs once" && strict?.path == "a", "\(String(describing: strict))")
    }

    /// RFC 8259, strictly: invalid JSON, with the offset.
    static let broken: [(bytes: [UInt8], offset: Int)] = [
        (Array("[1,]".utf8), 3), (Array("[01]".utf8), 2), (Array("[1.]".utf8), 3), (Array("[+1]".utf8), 1),
        (Array("[NaN]".utf8), 1), (Array("{\"a\" 1}".utf8), 5), (Array("{a: 1}".utf8), 1), (Array("['a']".utf8), 1),
        (Array("[1] x".utf8), 4), (Array("[1]\u{0}".utf8), 3), (Array("// a\n1".utf8), 0),
        (Array("[\"a\nb\"]".utf8), 3), (Array(#"["\x"]"#.utf8), 3), (Array(#"["\ud83"]"#.utf8), 3),
        ([0x5B, 0x22, 0x61, 0xFF, 0x22, 0x5D], 3), ([0x5B, 0x22, 0xC0, 0xAF, 0x22, 0x5D], 2),
        ([0x5B, 0x22, 0xED, 0xA0, 0x80, 0x22, 0x5D], 2), ([0x5B, 0x22, 0xF4, 0x90, 0x80, 0x80, 0x22, 0x5D], 2),
    ]

    @Test(arguments: TransportKind.allCases) func invalidJSONIsReportedWithItsOffset(_ kind: TransportKind) async throws
    {
        for (bytes, offset) in Self.broken {
            let text = String(decoding: bytes, as: UTF8.self)
            let found = try #require(await problem(kind, bytes), "\(text) was read")
            #expect(abs(found.offset - offset) <= 1, "\(text): \(found)")
        }
    }

    @Test(arguments: TransportKind.allCases) func depthHasALimit(_ kind: TransportKind) async throws {
        func nested(_ depth: Int) -> [UInt8] {
            [UInt8](repeating: 0x5B, count: depth) + [UInt8](repeating: 0x5D, count: depth)
        }
        #expect(try await fetch(kind, nested(400)).get().array?.count == 1)
        for depth in [10_000, 1_000_000] {
            let found = try #require(await problem(kind, nested(depth)))
            #expect(found.offset > 400 && found.offset < depth, "\(found)")
        }
        #expect(try await problem(kind, [UInt8](repeating: 0x5B, count: 1_000_000)) != nil)
    }
}
