import TestSupport

/// Every test of the repository, by the name of its suite and its own: `StressTests.cancellationIsQuick`.
struct TestIndex: Sendable {
    struct Entry: Sendable {
        let suite: String
        let path: String
        /// Whether it runs once for each transport.
        let isOverBothTransports: Bool
    }

    let entries: [String: Entry]

    /// The suites of these folders below `Tests/`.
    func suites(in folders: [String]) -> Set<String> {
        let found = entries.values.filter { entry in folders.contains { entry.path.hasPrefix("Tests/\($0)/") } }
        return Set(found.map(\.suite))
    }

    static func read() -> TestIndex {
        var entries: [String: Entry] = [:]
        for file in Repository.swiftFiles(in: ["Tests"]) {
            let code = file.code.joined(separator: "\n")
            let suites = code.matches(of: /(?:struct|class|extension) ([A-Z]\w*)/)
            for test in code.matches(of: /@Test\b([^{}]*?)func (\w+)\(/) {
                guard
                    let suite = suites.last(where: {
                        $0.range.lowerBound < test.range.lowerBound && isSuite($0.output.1)
                    })
                else { continue }
                let name = String(suite.output.1)
                entries["\(name).\(test.output.2)"] = Entry(
                    suite: name, path: file.path,
                    isOverBothTransports: test.output.1.contains(/\bTransport(Kind)?\.allCases/))
            }
        }
        return TestIndex(entries: entries)
    }

    /// Types nested in a suite contain no tests.
    private static func isSuite(_ name: Substring) -> Bool {
        name.hasSuffix("Tests")
    }
}
