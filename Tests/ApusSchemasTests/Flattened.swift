import ApusSource
import ApusSpec
import Testing

@testable import ApusSchemas

/// The components of a test, made flat.
struct Flattened {
    let schemas: FlatSchemas
    let log = DiagnosticLog()

    /// - Parameter components: The members of `components/schemas`, without indentation.
    init(_ components: String) throws {
        let files = SourceFiles()
        let lines = components.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
        let text = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\ncomponents:\n  schemas:\n" + lines + "\n"
        let file = files.add(path: "openapi.yaml", bytes: Array(text.utf8))
        var diagnostics = Diagnostics()
        let document = try #require(DocumentReader.read(file, files: files, diagnostics: &diagnostics))
        schemas = FlatSchemas(document, byteCount: files.byteCount, log: log)
    }

    func written(_ name: String) throws -> Schema {
        try #require(schemas.document.namedSchemas.first { $0.name == name }?.schema)
    }

    func flat(_ name: String) throws -> FlatSchema {
        schemas.flatten(try written(name))
    }
}
