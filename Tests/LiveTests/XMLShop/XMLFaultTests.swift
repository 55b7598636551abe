import ApusRuntime
import Foundation
import TestServers
import Testing
import XMLShop

/// Harmful XML over a real connection: refused with its location.
@Suite(.timeLimit(.minutes(1))) struct XMLFaultTests {
    private static func nested(_ depth: Int) -> String {
        String(repeating: "<a>\n", count: depth) + String(repeating: "</a>", count: depth)
    }

    private static let laughs = (1...9).map { number in
        "<!ENTITY e\(number) \"\(String(repeating: "&e\(number - 1);", count: 10))\">"
    }
    private static let bomb = "<!DOCTYPE a [<!ENTITY e0 \"haha\">\n\(laughs.joined(separator: "\n"))]>\n"

    /// - Parameter other: A server that must not be contacted.
    private static func texts(_ other: String) -> [String] {
        [
            bomb + "<a>&e9;</a>", bomb + "<a b='&e9;'/>",
            "<!DOCTYPE a [<!ENTITY x \"\(String(repeating: "x", count: 50_000))\">]>\n<a>"
                + String(repeating: "&x;", count: 5_000) + "</a>",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<a>&x;</a>",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"\(other)/x\">]>\n<a>&x;</a>",
            "<!DOCTYPE a [<!ENTITY % x SYSTEM \"\(other)/x.dtd\">%x;]>\n<a/>",
            "<!DOCTYPE a SYSTEM \"\(other)/a.dtd\">\n<a/>",
            "<a xmlns:xi='http://www.w3.org/2001/XInclude'>\n<xi:include href='\(other)/x'/></b>",
            nested(10_000), String(repeating: "<a>\n", count: 10_000),
            "<a \((0..<100_000).map { "a\($0)='b'" }.joined(separator: " "))/>",
            "<a \((0..<100_000).map { "xmlns:a\($0)='u:\($0)'" }.joined(separator: " "))/>",
            "<a>\((0..<200_000).map { "<n\($0)/>" }.joined())</a>",
        ]
    }

    private static let encodings: [(charset: String?, bytes: [UInt8])] = [
        // Not UTF-8: a lone byte of Latin-1, an overlong slash, half a surrogate, a character cut off.
        (nil, Array("<a>\n".utf8) + [0xFC] + Array("</a>".utf8)),
        (nil, Array("<a>\n".utf8) + [0xC0, 0xAF] + Array("</a>".utf8)),
        (nil, Array("<a>\n".utf8) + [0xED, 0xA0, 0x80] + Array("</a>".utf8)),
        (nil, Array("<a>\n".utf8) + [0xE2, 0x82]),
        // Half a code unit of UTF-16.
        (nil, [0xFF, 0xFE, 0x3C, 0x00, 0x61, 0x00, 0x3E]),
        (nil, Array("<?xml version='1.0' encoding='x-nonsense'?><a/>".utf8)),
        ("x-nonsense", Array("<a/>".utf8)),
        ("us-ascii", Array("<a>\n".utf8) + [0xC3, 0xBC] + Array("</a>".utf8)),
    ]

    private func problem(_ transport: Transport, charset: String? = nil, _ body: [UInt8]) async throws
        -> DecodingProblem?
    {
        let type = "application/xml" + (charset.map { "; charset=\($0)" } ?? "")
        var answer = Answer(status: 200, headers: [Pair(name: "content-type", value: type)])
        answer.body = body
        let server = try await RecordingServer.start(answering: answer)
        let client = XMLShopClient(server: .custom(server.url), transport: transport.shared)
        do {
            _ = try await client.listFiles()
            return nil
        } catch {
            guard case .decoding(let problem) = error.kind else {
                Issue.record("\(error.kind)")
                return nil
            }
            return problem
        }
    }

    @Test(arguments: Transport.allCases)
    func bombsAndEntitiesAreRefused(over transport: Transport) async throws {
        let other = try await RecordingServer.start(answering: Answer(status: 200, body: "secret"))
        for text in Self.texts(other.url) {
            let start = ContinuousClock.now
            let found = try #require(await problem(transport, Array(text.utf8)), "\(text.prefix(60))")
            #expect((found.line ?? 0) > 0, "\(found)")
            #expect(["valid XML", "shallower nesting"].contains(found.expected), "\(found)")
            #expect(!"\(found)".contains("root:") && !"\(found)".contains("secret"))
            #expect(ContinuousClock.now - start < .seconds(2), "\(text.prefix(60))")
        }
        #expect(await other.requests.isEmpty, "nothing is fetched")
    }

    @Test(arguments: Transport.allCases)
    func wrongEncodingsAreRefused(over transport: Transport) async throws {
        for (index, encoding) in Self.encodings.enumerated() {
            let found = try #require(
                await problem(transport, charset: encoding.charset, encoding.bytes), "encoding \(index) was read")
            #expect((found.line ?? 0) > 0, "\(index): \(found)")
        }
    }
}
