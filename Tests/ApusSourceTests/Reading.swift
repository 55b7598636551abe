import ApusSource

/// A text read on its own, for tests.
struct Reading {
    let files = SourceFiles()
    let node: SourceNode?
    let diagnostics: [Diagnostic]

    init(_ text: String, path: String = "test.yaml") {
        self.init(bytes: Array(text.utf8), path: path)
    }

    init(bytes: [UInt8], path: String = "test.yaml") {
        var diagnostics = Diagnostics()
        do throws(SourceError) {
            node = try files.parse(files.add(path: path, bytes: bytes), diagnostics: &diagnostics)
        } catch {
            node = nil
            diagnostics.merge(error)
        }
        self.diagnostics = diagnostics.all
    }

    /// All diagnostics as the user sees them.
    var rendered: String {
        diagnostics.map(DiagnosticRenderer(files: files).text).joined(separator: "\n")
    }
}

extension SourceNode {
    /// One line of JSON-like text with types visible: `{"a": [1, true, null]}`.
    var outline: String {
        switch content {
        case .null: "null"
        case .boolean(let value): "\(value)"
        case .number(let number): number.text
        case .string(let text): "\"\(text)\""
        case .sequence(let items): "[\(items.map(\.outline).joined(separator: ", "))]"
        case .mapping(let mapping):
            "{\(mapping.entries.map { "\"\($0.key)\": \($0.value.outline)" }.joined(separator: ", "))}"
        }
    }
}
