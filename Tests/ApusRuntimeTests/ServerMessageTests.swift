import Foundation
import Testing

@testable import ApusRuntime

/// The server's message about a failure is found in all the usual members.
@Suite struct ServerMessageTests {
    private static let problem = #"{"type":"/taken","title":"Conflict.","status":409,"detail":"The number is taken."}"#

    private static func find(_ body: String, _ contentType: String?, _ pointers: [String] = []) -> String? {
        ServerMessage.find(in: Array(body.utf8), contentType: contentType, pointers: pointers)
    }

    @Test(
        arguments: [
            (problem, "Conflict: The number is taken."),
            (#"{"message":"no"}"#, "no"),
            (#"{"Message":"no","Code":7}"#, "no"),
            (#"{"error":"invalid_grant","error_description":"It has expired."}"#, "invalid_grant: It has expired."),
            (#"{"error":{"code":7,"message":"too big"}}"#, "too big"),
            (#"{"status":404,"error":"Not Found","message":"no contact 7"}"#, "Not Found: no contact 7"),
            (
                #"{"message":"Invalid.","errors":{"email":["is taken","is short"]}}"#,
                "Invalid: email: is taken; is short"
            ),
            (#"{"errors":[{"title":"A","detail":"b"},{"message":"c"},{"code":1}]}"#, "A: b; c"),
            (#"{"errors":["a","b"]}"#, "a; b"),
            (#"[{"message":"a"},{"message":"b"}]"#, "a; b"),
            (#"{"detail":[{"loc":["query","n"],"msg":"must be positive","type":"x"}]}"#, "must be positive"),
            (#"{"title":"The number is taken","detail":"The number is taken by Ada"}"#, "The number is taken by Ada"),
            (#"{"message":"a","detail":"a"}"#, "a"),
            (#""gone""#, "gone"), (#"{"message":"  "}"#, nil), (#"{"message":7}"#, nil), (#"{"name":"Ada"}"#, nil),
            ("7", nil), ("{", nil), ("", nil),
            (#"{"message":{"message":{"message":{"message":{"message":"deep"}}}}}"#, nil),
        ] as [(String, String?)])
    func inJSON(body: String, message: String?) {
        #expect(Self.find(body, "application/json") == message)
        #expect(Self.find(body, nil) == message, "a content type may be missing")
    }

    @Test func whereRulesSayIt() {
        let body = #"{"result":{"why":"no credit"},"message":"failed"}"#
        #expect(Self.find(body, nil, ["/result/why", "/absent"]) == "no credit: failed")
        #expect(Self.find(body, nil, ["/result"]) == "failed", "a rule's object has no known member")
    }

    @Test(
        arguments: [
            (
                "<Error><Code>NoSuchKey</Code><Message>No &lt;key&gt; &#x41;&amp;&#66;.</Message></Error>",
                "No <key> A&B."
            ),
            (
                "<?xml version='1.0'?><!-- a > b --><r:e xmlns:r='u'><r:message><![CDATA[a < b]]></r:message></r:e>",
                "a < b"
            ),
            (
                "<problem xmlns='urn:ietf:rfc:7807'><title>Taken</title><detail>By Ada</detail></problem>",
                "Taken: By Ada"
            ),
            ("<a b='>'><errors><error>one</error><error>two</error></errors></a>", "one: two"),
            ("<e><message>a<br/></message></e>", nil), ("<e><message>a</e>", nil), ("<e><message>a</m></e>", nil),
            ("<!DOCTYPE e [<!ENTITY a 'b'>]><e><message>&a;</message></e>", nil),
            ("<e><message>&undefined;</message></e>", "&undefined;"), ("<e/>", nil), ("<", nil), ("<e", nil),
            ("<e a='", nil),
        ] as [(String, String?)])
    func inXML(body: String, message: String?) {
        #expect(Self.find(body, "application/xml; charset=utf-8") == message)
    }

    @Test func inPlainText() {
        #expect(Self.find(" gone\n", "text/plain") == "gone")
        #expect(Self.find("gone", "application/octet-stream") == nil)
        #expect(Self.find("<html><title>Bad gateway</title></html>", "text/html") == nil)
        #expect(ServerMessage.find(in: [0xFF, 0xFE, 0xFF], contentType: "text/plain") == nil)
    }

    @Test func isBounded() throws {
        let long = String(repeating: "é", count: 5_000)
        let message = try #require(
            Self.find("{\"message\":\"\(long)\",\"detail\":\"x\(long)\",\"title\":\"y\(long)\"}", nil))
        #expect(message.utf8.count <= 1_010)
        #expect(message.hasSuffix("…"))
        let many = "[" + [String](repeating: #"{"message":"a\u0301b"}"#, count: 10_000).joined(separator: ",") + "]"
        #expect(Self.find(many, nil)?.utf8.count ?? 0 < 100)
        let deep = String(repeating: "<a>", count: 20_000)
        #expect(Self.find(deep, "text/xml") == nil)
    }

    /// Every form of an error has it, in one line, and none where it is withheld.
    @Test(arguments: [nil, ServerMessages.shown, .withheld]) func descriptions(choice: ServerMessages?) {
        var details = CallDetails(operation: "createContact", attempts: 1)
        details.status = 409
        details.headers[.contentType] = "application/problem+json"
        details.body = Array(#"{"title":"Taken\nby \u001B[2J","detail":"The number is Ada's."}"#.utf8)
        details.messageRule.isShown = choice != .withheld
        let problem = DecodingProblem(path: "a", offset: 1, expected: "number", found: "\"Ada\"")
        details.decodingProblem = problem
        let raw = RawBody(bytes: details.body, contentType: nil)
        for error in [
            APIError<UndocumentedFailure>(.response(.undocumented(status: 409, body: raw)), details: details),
            APIError(.rateLimited(retryAfter: nil), details: details), APIError(.decoding(problem), details: details),
        ] {
            let forms = ["\(error)", String(reflecting: error), error.localizedDescription, "\(error as any Error)"]
            #expect(Set(forms).count == 1)
            #expect(forms[0].hasPrefix("createContact: "))
            #expect(!forms[0].contains("\n") && !forms[0].contains("\u{1B}"))
            #expect(forms[0].contains("Ada") == (choice != .withheld), "\(forms[0])")
            #expect(error.serverMessage == "Taken\nby \u{1B}[2J: The number is Ada's.", "the member has it either way")
        }
    }
}
