extension DiagnosticRenderer {
    /// An array of objects with `id`, `severity`, `message` and, where known, `file`, `line`, `column`, `pointer`,
    /// `hint`, `related`, in this order.
    public func json(_ all: [Diagnostic]) -> String {
        ""
    }
}
