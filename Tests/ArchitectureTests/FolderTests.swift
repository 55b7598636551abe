import TestSupport
import Testing

/// Arrows between the folders of a module go one way, as those between modules do.
struct FolderTests {
    /// Pairs that still use each other. The list can only shrink: a pair that is not here fails, and so does one that is no longer needed.
    static let exemptions: [String: Set<String>] = [:]

    @Test(arguments: Repository.folders(in: "Sources"))
    func arrowsGoOneWay(module: String) {
        let files = Repository.sources.filter { $0.module == module }
        let found = FolderGraph(of: module, in: files).bothWays
        let allowed = Self.exemptions[module] ?? []
        expectNone(
            found.filter { !allowed.contains($0.pair) }.map { "\($0.pair): " + $0.uses.joined(separator: "; ") },
            "these folders of \(module) use each other")
        expectNone(
            allowed.subtracting(found.map(\.pair)).sorted(),
            "these pairs of \(module) no longer use each other; remove them from FolderTests.exemptions")
    }
}
