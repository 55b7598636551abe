import ApusLowering
import ApusModel
import Testing

@testable import ApusPipeline

/// Rules of a client in `apus.yaml`.
struct RulesTests {
    private func read(_ rules: String) throws -> (rules: ClientRules?, findings: String) {
        let (workspace, findings) = try readConfiguration("clients:\n  - name: A\n    spec: a.yaml\n    \(rules)\n")
        return (workspace.clients.first?.rules, findings.text)
    }

    @Test func pagingIsReadByOperation() throws {
        let (rules, findings) = try read("paging: { default: { style: offset }, list: { parameter: skip, first: 0 } }")
        #expect(findings == "")
        #expect(rules?.paging["default"]?.style == .offset)
        #expect(rules?.paging["list"]?.parameter == "skip")
        #expect(rules?.paging["list"]?.first == 0)
    }

    @Test func oneFailureIsAListOfOne() throws {
        let one = try read("failures: { pointer: /error }").rules?.rejections
        #expect(one == [RejectionDecl(pointer: "/error")])
        let two = try read("failures: [{ pointer: /error, except: [a, b] }, { pointer: /s, value: failure }]").rules
        #expect(two?.rejections.map(\.exceptions) == [["a", "b"], []])
        #expect(two?.rejections.last?.value == "failure")
    }

    @Test(arguments: [("60s", 60_000), ("60", 60_000), ("250ms", 250), ("2m", 120_000), ("1h", 3_600_000)])
    func timesHaveUnits(_ text: String, _ milliseconds: Int) throws {
        let (rules, findings) = try read("rateLimit: { requests: 5, per: \(text) }")
        #expect(findings == "")
        #expect(rules?.rateLimit == RateLimitDecl(requests: 5, window: milliseconds))
    }

    @Test(arguments: ["0", "-5s", "1.5s", "5 s", "5d", "soon", "99999999h", "[]"])
    func otherTimesAreRefused(_ text: String) throws {
        let (_, findings) = try read("rateLimit: { requests: 5, per: \(text) }")
        #expect(findings.contains("per must be a time such as 60s or 250ms"), "\(findings)")
    }

    @Test(arguments: [
        ("paging: []", "paging must be a mapping from operation ids to rules"),
        ("paging: { list: { stile: offset } }", #"did you mean "style"?"#),
        ("failures: { value: x }", #"the failure rule has no "pointer""#),
        ("retries: { attempts: 0 }", "attempts must be a number from 1 to 100"),
        ("rateLimit: 60", "the rate limit must be a mapping"),
    ])
    func whatIsWrongIsTold(_ rule: String, _ expected: String) throws {
        let (rules, findings) = try read(rule)
        #expect(findings.contains(expected), "\(findings)")
        #expect(rules?.rateLimit == nil && rules?.retries == nil)
    }
}
