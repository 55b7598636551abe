extension DiagnosticRenderer {
    /// `file:line:column: severity: message [id]`, the line, a caret, the pointer, the help, related places as notes.
    /// Ends without a line break.
    public func text(_ diagnostic: Diagnostic) -> String {
        ""
    }
}
