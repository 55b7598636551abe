import TestSupport
import Testing

/// One id, one meaning: raised in one file, explained once, with one case.
struct DiagnosticIDTests {
    private static let stages = [
        "ApusSource", "ApusOverlays", "ApusSpec", "ApusSchemas", "ApusLowering", "ApusEmission", "ApusPipeline",
    ]
    private static let raised: [(id: String, location: String)] = Repository.sources.filter(raises).flatMap { file in
        literals(in: file)
    }
    private static let explained: [(id: String, location: String)] = Repository.sources.filter(explains).flatMap {
        file in
        literals(in: file)
    }

    @Test func idsAreRaisedInOneFile() {
        #expect(!Self.raised.isEmpty)
        expectNone(repeated(Self.raised), "give each an id of its own, or share one factory")
        expectNone(repeated(Self.explained), "these are explained twice")
    }

    @Test func idsAreKebabCase() {
        let odd = Self.raised.filter { raised in
            let words = raised.id.split(separator: "-", omittingEmptySubsequences: false)
            return !words.allSatisfy { word in
                !word.isEmpty && word.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
            }
        }
        expectNone(odd.map { "\($0.location): \($0.id)" }, "ids are lower case words joined by hyphens")
    }

    @Test func everyIDIsExplained() {
        let explained = Set(Self.explained.map(\.id))
        let raised = Set(Self.raised.map(\.id))
        expectNone(
            Self.raised.filter { !explained.contains($0.id) }.map { "\($0.location): \($0.id)" },
            "write an explanation in Sources/ApusPipeline/Catalog")
        expectNone(
            Self.explained.filter { !raised.contains($0.id) }.map { "\($0.location): \($0.id)" },
            "nothing raises these; remove their explanations")
    }

    @Test func everyIDHasACase() {
        let raised = Set(Self.raised.map(\.id))
        let cases = Repository.folders(in: "specs/invalid")
        expectNone(
            Self.raised.filter { !cases.contains($0.id) }.map { "\($0.location): specs/invalid/\($0.id)" },
            "add a case: an input and expected.txt with the exact text")
        expectNone(
            cases.filter { !raised.contains($0) }, "nothing raises these; remove their folders from specs/invalid")
        expectNone(
            cases.filter { !Repository.exists("specs/invalid/\($0)/expected.txt") }, "these cases have no expected.txt")
    }

    private static func raises(_ file: SwiftFile) -> Bool {
        stages.contains(file.module) && !explains(file)
    }

    private static func explains(_ file: SwiftFile) -> Bool {
        file.path.hasPrefix("Sources/ApusPipeline/Catalog/")
    }

    /// `id: "some-id", severity: …` of a diagnostic, or `id: "some-id", title: …` of an explanation; other ids are other things.
    private static func literals(in file: SwiftFile) -> [(id: String, location: String)] {
        var found: [(id: String, location: String)] = []
        var line = 1
        for (index, part) in file.text.split(separator: "id: \"", omittingEmptySubsequences: false).enumerated() {
            let parts = part.split(separator: "\"", maxSplits: 1, omittingEmptySubsequences: false)
            if index > 0, let id = parts.first, let rest = parts.last {
                let label = rest.drop { $0 == "," || $0.isWhitespace }.prefix { $0.isLetter }
                if label == "severity" || label == "title" { found.append((String(id), "\(file.path):\(line)")) }
            }
            line += part.count { $0 == "\n" }
        }
        return found
    }

    private func repeated(_ found: [(id: String, location: String)]) -> [String] {
        Dictionary(grouping: found, by: \.id).filter { $0.value.count > 1 }
            .map { "\($0.key): " + $0.value.map(\.location).joined(separator: ", ") }.sorted()
    }
}
