/// Prints diagnostics for people (text) and machines (JSON, SARIF).
public struct DiagnosticRenderer: Sendable {
    let files: SourceFiles
    let color: Bool

    /// - Parameter color: Whether ``text(_:)`` uses ANSI colors, for terminals.
    public init(files: SourceFiles, color: Bool = false) {
        self.files = files
        self.color = color
    }
}
