extension DiagnosticCatalog {
    /// Deciding the Swift.
    static let lowering: [Explanation] = []
}
