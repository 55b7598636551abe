/// The reason why a file could not be read.
public struct SourceError: Error, Hashable, Sendable {
    /// At least one, of severity error.
    public let diagnostics: [Diagnostic]

    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    init(_ diagnostic: Diagnostic) {
        self.init([diagnostic])
    }
}
