import ApusSource
import ApusSpec

/// Reads documents that exist only in memory.
struct Reading {
    let document: Document?
    let diagnostics: Diagnostics
    let files: SourceFiles

    init(
        _ text: String, with others: [String: String] = [:], options: ReadOptions = ReadOptions(),
        limits: SourceLimits = .standard
    ) {
        files = SourceFiles(limits: limits)
        var diagnostics = Diagnostics()
        let file = files.add(path: "api/openapi.yaml", bytes: Array(text.utf8))
        document = DocumentReader.read(
            file, files: files, loader: .memory(others), options: options, diagnostics: &diagnostics)
        self.diagnostics = diagnostics
    }

    /// A document of 3.1 with these schemas.
    init(schemas: String, version: String = "3.1.0", with others: [String: String] = [:]) {
        let indented = schemas.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
        self.init(
            "openapi: \(version)\ninfo: {title: T, version: '1'}\ncomponents:\n  schemas:\n"
                + indented.joined(separator: "\n"), with: others)
    }

    var ids: [String] {
        diagnostics.all.map(\.id)
    }

    func schema(_ name: String) -> Schema? {
        document?.namedSchemas.first { $0.name == name }?.schema
    }

    /// The final target of `$ref` under a name.
    func target(_ name: String) -> Schema? {
        schema(name).flatMap { document?.resolve($0) }
    }

    /// The dump from a heading on, until the next one of the same indentation.
    func dump(_ heading: String) -> String {
        let lines = (document?.dump() ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(where: { $0.trimmed == heading }) else { return "" }
        let indentation = lines[start].prefix { $0 == " " }.count
        let body = lines[(start + 1)...].prefix { $0.prefix { $0 == " " }.count > indentation }
        return body.map { $0.dropFirst(indentation + 2) + "\n" }.joined()
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        drop { $0 == " " }
    }
}
