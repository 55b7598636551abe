/// Every diagnostic that Apus can raise, explained; one table for each stage beside this file.
public enum DiagnosticCatalog {
    /// Sorted by id.
    public static let all: [Explanation] = {
        let tables = [
            source, overlays, document, references, operations, spelling, schemas, lowering, emission, configuration,
        ]
        return tables.joined().sorted { $0.id < $1.id }
    }()

    /// Nil for an id that nothing raises.
    public static func find(_ id: String) -> Explanation? {
        all.first { $0.id == id }
    }

    /// The id that somebody probably meant: `dupicate-key` → `duplicate-key`.
    public static func nearest(to id: String) -> String? {
        Spelling.nearest(to: id, among: all.map(\.id))
    }
}
