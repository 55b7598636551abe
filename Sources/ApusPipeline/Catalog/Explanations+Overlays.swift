extension DiagnosticCatalog {
    /// Applying overlays.
    static let overlays: [Explanation] = []
}
