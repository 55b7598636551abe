/// The diagnostics of a run in the order of reporting; the same id at the same location is kept once, because a
/// component that several references read would otherwise repeat them.
public struct Diagnostics: Sendable {
    public private(set) var all: [Diagnostic] = []
    private var seen: Set<Key> = []

    private struct Key: Hashable {
        let id: String
        let mark: SourceMark?
        /// Set only for diagnostics without a location, which have no other distinction.
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

    /// Adds the error that prevented reading a file.
    public mutating func merge(_ error: SourceError) {
        for diagnostic in error.diagnostics { report(diagnostic) }
    }
}
