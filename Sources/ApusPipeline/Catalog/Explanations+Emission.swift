extension DiagnosticCatalog {
    /// Printing the Swift.
    static let emission: [Explanation] = []
}
