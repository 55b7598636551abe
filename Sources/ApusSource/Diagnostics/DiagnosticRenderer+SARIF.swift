extension DiagnosticRenderer {
    /// SARIF 2.1.0 with one run, as code hosts show it in reviews.
    public func sarif(_ all: [Diagnostic], toolVersion: String) -> String {
        ""
    }
}
