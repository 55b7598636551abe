/// The diagnostics of a run in the order of reporting; the same id at the same place is kept once, since a component
/// that is read from several references would otherwise repeat itself.
public struct Diagnostics: Sendable {
    public private(set) var all: [Diagnostic] = []
    private var seen: Set<Key> = []

    private struct Key: Hashable {
        let id: String
        let mark: SourceMark?
        /// Only for diagnostics without a place, which nothing else tells apart.
        let message: String?
    }

    public init() {}

    public var hasErrors: Bool {
        all.contains { $0.severity == .error }
    }

    public mutating func report(_ diagnostic: Diagnostic) {
        let mark = diagnostic.mark
        let key = Key(id: diagnostic.id, mark: mark, message: mark == nil ? diagnostic.message : nil)
        if seen.insert(key).inserted { all.append(diagnostic) }
    }

    public mutating func merge(_ other: Diagnostics) {
        for diagnostic in other.all { report(diagnostic) }
    }

    /// Keeps what stopped a file from being read.
    public mutating func merge(_ error: SourceError) {
        for diagnostic in error.diagnostics { report(diagnostic) }
    }
}
