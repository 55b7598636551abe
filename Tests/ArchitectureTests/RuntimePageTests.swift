import Testing

/// Every promise of `Documentation/Runtime.md` and `SECURITY.md` has a test.
struct RuntimePageTests {
    private static let page = "Documentation/Runtime.md"
    private static let index = TestIndex.read()

    /// Promise → the tests that it names.
    private static let rows = rows(of: page)

    private static func rows(of page: String) -> [(promise: Substring, tests: [String])] {
        Markdown.rows(of: page).compactMap { row in
            let cells = row.split(separator: "|")
            guard cells.count == 2, !row.hasPrefix("|---"), !row.hasPrefix("| Promise") else { return nil }
            return (cells[0], Markdown.codeSpans(in: cells[1]))
        }
    }

    @Test func everyPromiseIsHeldOverBothTransports() {
        #expect(Self.rows.count > 70)
        var problems: [String] = []
        for (promise, tests) in Self.rows {
            let found = tests.map { ($0, Self.index.entries[$0]) }
            problems += found.filter { $0.1 == nil }.map { "there is no test \($0.0), for:\(promise)" }
            if !found.contains(where: { $0.1?.isOverBothTransports == true }) {
                problems.append("no test of it runs over both transports:\(promise)")
            }
        }
        expectNone(problems, "\(Self.page) and the tests say the same")
    }

    @Test func everyPromiseAgainstAttackersIsHeld() {
        let rows = Self.rows(of: "SECURITY.md")
        #expect(rows.count > 25)
        var problems = rows.filter { $0.tests.isEmpty }.map { "no test is named for:\($0.promise)" }
        for (promise, tests) in rows {
            problems += tests.filter { Self.index.entries[$0] == nil }.map { "there is no test \($0), for:\(promise)" }
        }
        expectNone(problems, "SECURITY.md and the tests say the same")
    }

    @Test func everyLiveSuiteIsNamed() {
        let named = Set(Self.rows.flatMap(\.tests).compactMap { Self.index.entries[$0]?.suite })
        let suites = Self.index.suites(in: ["LiveTests", "TransportTests"])
        #expect(suites.count > 30)
        expectNone(suites.subtracting(named).sorted(), "add to \(Self.page) what these suites hold")
    }
}
