import TestSupport
import Testing

/// The files that the contributors' map names exist.
struct ContributorMapTests {
    private static let map = "CONTRIBUTING.md"

    /// The pages that tell where things are.
    private static let pages = [
        map, "Sources/ApusLowering/README.md", "Tests/MappingTests/README.md", "specs/invalid/README.md",
        "templates/README.md",
    ]

    /// The kind of addition → the least number of files that change.
    private static let kinds = [
        "Add a parameter style": 6, "Add a template": 5, "Add a diagnostic": 4, "Add a configuration key": 4,
        "Add a format": 5, "Add a kind of change": 4,
    ]

    @Test(arguments: kinds.keys.sorted())
    func everyKindHasItsFilesInOrder(kind: String) throws {
        let section = try #require(Self.section(kind), "\(Self.map) has no section \(kind)")
        let steps = section.filter { $0.first?.isNumber == true }
        let numbers = steps.compactMap { $0.split(separator: ".").first.flatMap { Int($0) } }
        #expect(numbers == Array(1...max(1, steps.count)), "the files are numbered in their order")
        #expect(steps.count >= Self.kinds[kind] ?? 0)
        expectNone(
            steps.filter { Self.paths(in: $0).isEmpty }.map(String.init), "each step of \(kind) names its file first")
    }

    @Test(arguments: pages)
    func everyFileThatIsNamedIsThere(page: String) throws {
        let text = try #require(Repository.read(page), "there is no \(page)")
        let named = text.split(separator: "\n").flatMap { Self.paths(in: $0) }
        #expect(named.count > 2)
        expectNone(named.filter { !Self.exists($0) }, "\(page) names files that are not there")
    }

    /// Code spans that begin with a folder or are a file of the repository's own.
    private static func paths(in line: Substring) -> [String] {
        Markdown.codeSpans(in: line).filter { span in
            let first = span.split(separator: "/", omittingEmptySubsequences: false).first.map(String.init) ?? ""
            return span.contains("/") ? roots.contains(first) : span.hasSuffix(".md") && first == first.uppercased()
        }
    }

    private static let roots: Set<String> = [
        ".ci", "Documentation", "Examples", "Generated", "Plugins", "Sources", "Tests", "specs", "templates",
    ]

    /// Names of a contributor's own.
    private static let placeholders: Set<Substring> = ["ID", "NAME"]

    /// `specs/invalid/ID/expected.txt` names one for each of a kind: what is before the placeholder has to be there.
    private static func exists(_ path: String) -> Bool {
        let known = path.split(separator: "/").prefix { part in !placeholders.contains(part.prefix { $0 != "." }) }
        return !known.isEmpty && Repository.exists(known.joined(separator: "/"))
    }

    private static func section(_ title: String) -> [Substring]? {
        let lines = (Repository.read(map) ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(where: { $0.hasPrefix("##") && $0.hasSuffix(" " + title) }) else {
            return nil
        }
        return Array(lines[(start + 1)...].prefix { !$0.hasPrefix("##") })
    }
}
