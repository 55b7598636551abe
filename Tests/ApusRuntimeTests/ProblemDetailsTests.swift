import Testing

@testable import ApusRuntime

/// RFC 9457.
@Suite struct ProblemDetailsTests {
    private static func read(_ body: String, _ contentType: String?) -> ProblemDetails? {
        ProblemDetails(body: Array(body.utf8), contentType: contentType)
    }

    @Test func readsTheExampleOfTheRFC() throws {
        let body = """
            {"type": "https://example.com/probs/out-of-credit", "title": "You do not have enough credit.", "status": 403,
             "detail": "Your current balance is 30, but that costs 50.", "instance": "/account/12345/msgs/abc",
             "balance": 30, "accounts": ["/account/12345", "/account/67890"]}
            """
        let problem = try #require(Self.read(body, "application/problem+json"))
        #expect(problem.type == "https://example.com/probs/out-of-credit")
        #expect(problem.title == "You do not have enough credit.")
        #expect(problem.status == 403)
        #expect(problem.detail == "Your current balance is 30, but that costs 50.")
        #expect(problem.instance == "/account/12345/msgs/abc")
        #expect(problem.extensions.keys == ["balance", "accounts"])
        #expect(problem.extensions["balance"] == 30)
    }

    /// 3.1: "consumers MUST ignore" values of another type.
    @Test func ignoresWhatDoesNotFit() throws {
        let problem = try #require(
            Self.read(
                #"{"type": 7, "title": ["a"], "status": "x", "detail": null}"#,
                "application/problem+json; charset=utf-8"))
        #expect(problem.type == "about:blank")
        #expect(problem.title == nil && problem.status == nil && problem.detail == nil && problem.instance == nil)
        #expect(problem.extensions.isEmpty)
    }

    @Test func readsXML() throws {
        let body = """
            <?xml version="1.0" encoding="UTF-8"?><problem xmlns="urn:ietf:rfc:7807"><type>/a</type><title>No credit</title>
            <detail>30 &lt; 50</detail><status>403</status><other><title>inner</title></other></problem>
            """
        let problem = try #require(Self.read(body, "application/problem+xml"))
        #expect(problem.type == "/a")
        #expect(problem.title == "No credit")
        #expect(problem.detail == "30 < 50")
        #expect(problem.status == 403)
    }

    /// Many servers send problem details as `application/json`.
    @Test func otherBodiesNeedATitleOrADetail() {
        #expect(Self.read(#"{"title": "No"}"#, "application/json")?.title == "No")
        #expect(Self.read(#"{"detail": "No"}"#, nil)?.detail == "No")
        #expect(Self.read(#"{"message": "No"}"#, "application/json") == nil)
        #expect(Self.read("<e><message>No</message></e>", "application/xml") == nil)
        #expect(Self.read("[]", "application/problem+json") == nil)
        #expect(Self.read("{", "application/problem+json") == nil)
        #expect(Self.read("", nil) == nil)
    }
}
