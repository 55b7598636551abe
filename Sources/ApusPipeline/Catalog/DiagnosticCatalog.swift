import ApusSource

/// Explanations of every diagnostic of Apus; one table for each stage in the files next to this one.
public enum DiagnosticCatalog {
    /// Sorted by id.
    public static let all: [Explanation] = {
        let tables = [
            source, overlays, document, references, operations, spelling, schemas, lowering, values, emission,
            configuration,
        ]
        return tables.joined().sorted { $0.id < $1.id }
    }()

    /// Nil for an unknown id.
    public static func find(_ id: String) -> Explanation? {
        all.first { $0.id == id }
    }

    /// The id that the user probably meant: `dupicate-key` → `duplicate-key`.
    public static func nearest(to id: String) -> String? {
        Spelling.nearest(to: id, among: all.map(\.id))
    }
}
