extension DiagnosticRenderer {
    /// An array of objects with `id`, `severity`, `message` and, where known, `file`, `line`, `column`, `pointer`,
    /// `hint`, `related` (objects with `message`, `file`, `line`, `column`), in this order.
    public func json(_ all: [Diagnostic]) -> String {
        Self.json([(self, all)])
    }

    /// One array for several runs, each with its own files.
    public static func json(_ runs: [(renderer: DiagnosticRenderer, diagnostics: [Diagnostic])]) -> String {
        PrettyJSON.array(runs.flatMap { run in run.diagnostics.map(run.renderer.describe) }).print()
    }

    private func describe(_ diagnostic: Diagnostic) -> PrettyJSON {
        let related = diagnostic.related.map {
            PrettyJSON.object([("message", .string($0.message))] + location($0.mark))
        }
        return .object(
            [
                ("id", .string(diagnostic.id)),
                ("severity", .string(diagnostic.severity.rawValue)),
                ("message", .string(diagnostic.message)),
            ] + location(diagnostic.mark) + [
                ("pointer", diagnostic.pointer.map(PrettyJSON.string)),
                ("hint", diagnostic.hint.map(PrettyJSON.string)),
                ("related", related.isEmpty ? nil : .array(related)),
            ])
    }

    private func location(_ mark: SourceMark?) -> [(String, PrettyJSON?)] {
        guard let mark else { return [] }
        let position = files.position(of: mark)
        return [
            ("file", .string(files.path(of: mark.file))),
            ("line", .integer(position.line)),
            ("column", .integer(position.column)),
        ]
    }
}
