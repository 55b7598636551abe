import ApusDiff
import ApusLowering
import ApusModel
import ApusSource
import ApusSpec
import Foundation
import TestSupport
import Testing

/// One file of `Cases`: a difference of two documents, the report, and a caller of the old one.
///
/// The `diff` block holds both documents, as `diff -U` prints them; each gets the head that a document needs, at its end, so that lines
/// keep their numbers. `x-receive: Pet`, `x-receive-xml: Pet` and `x-send: Pet` add an operation that returns or takes a schema. The `text` block is the report. The `swift` block is the body of a function that a caller writes against the old
/// client; `shop` is the client.
struct DiffCase: CustomTestStringConvertible, Sendable {
    let area: String
    let kind: String
    let diff: String
    let expected: String
    let caller: String

    var path: String { "Tests/DiffTests/Cases/\(area)/\(kind).md" }
    var testDescription: String { kind }

    static let all: [DiffCase] = {
        let root = "Tests/DiffTests/Cases"
        return Repository.names(in: root).flatMap { area in
            Repository.names(in: root + "/" + area).filter { $0.hasSuffix(".md") }.map { name in
                let blocks = Blocks(Repository.read("\(root)/\(area)/\(name)") ?? "")
                return DiffCase(
                    area: area, kind: String(name.dropLast(3)), diff: blocks["diff"], expected: blocks["text"],
                    caller: blocks["swift"])
            }
        }
    }()

    var old: String { document(without: "+") }
    var new: String { document(without: "-") }

    /// The lines of one side, without their marks, and what is missing of a document.
    private func document(without mark: Character) -> String {
        let lines = diff.split(separator: "\n", omittingEmptySubsequences: false).filter { $0.first != mark }
            .map { $0.dropFirst() }
        func has(_ key: String) -> Bool { lines.contains { $0.hasPrefix(key + ":") } }
        func value(_ key: String) -> String? {
            lines.first { $0.hasPrefix(key + ": ") }.map { String($0.dropFirst(key.count + 2)) }
        }
        var text = lines.map { $0 + "\n" }.joined()
        if !has("openapi") { text += "openapi: 3.2.0\n" }
        if !has("info") { text += "info: { title: Shop, version: '1' }\n" }
        guard !has("paths") else { return text }
        text += "paths:\n  /ping: { get: { operationId: ping, responses: { 204: { description: Done } } } }\n"
        if let schema = value("x-receive") { text += Self.receiving(schema, as: "application/json") }
        if let schema = value("x-receive-xml") { text += Self.receiving(schema, as: "application/xml") }
        if let schema = value("x-send") { text += Self.sending(schema) }
        return text
    }

    /// `getPet`, which returns a `Pet`.
    private static func receiving(_ schema: String, as type: String) -> String {
        let content = "{ \(type): { schema: { $ref: '#/components/schemas/\(schema)' } } }"
        return
            "  /get: { get: { operationId: get\(schema), responses: { 200: { description: OK, content: \(content) } } } }\n"
    }

    /// `putPet`, which takes a `Pet`.
    private static func sending(_ schema: String) -> String {
        let content = "{ application/json: { schema: { $ref: '#/components/schemas/\(schema)' } } }"
        return "  /put: { put: { operationId: put\(schema), requestBody: { required: true, content: \(content) }, "
            + "responses: { 204: { description: Done } } } }\n"
    }

    /// The changes of the case, with the files of both documents.
    func compare() throws -> (changes: [Change], files: SourceFiles) {
        let files = SourceFiles()
        let before = try Self.lower(old, named: "old.yaml", files)
        let after = try Self.lower(new, named: "openapi.yaml", files)
        return (APIDifference.find(from: before, to: after, files: files), files)
    }

    static func lower(_ yaml: String, named path: String, _ files: SourceFiles) throws -> APIVersion {
        try lower(try read(try readTree(yaml, named: path, files), files), files)
    }

    static func readTree(
        _ yaml: String, named path: String, _ files: SourceFiles
    ) throws -> (file: SourceFileID, root: SourceNode) {
        var diagnostics = Diagnostics()
        let file = files.add(path: path, bytes: Array(yaml.utf8))
        return (file, try files.parse(file, diagnostics: &diagnostics))
    }

    static func read(_ tree: (file: SourceFileID, root: SourceNode), _ files: SourceFiles) throws -> Document {
        var diagnostics = Diagnostics()
        let document = try #require(
            DocumentReader.read(root: tree.root, of: tree.file, files: files, diagnostics: &diagnostics))
        expectNoErrors(diagnostics)
        return document
    }

    static func lower(
        _ document: Document, keeping keptTypes: Set<TypeID> = [], _ files: SourceFiles
    ) throws -> APIVersion {
        var diagnostics = Diagnostics()
        var options = options(for: document)
        options.keptTypes = keptTypes
        let (model, locations) = Lowering.lowerWithLocations(
            document, files: files, options: options, diagnostics: &diagnostics)
        expectNoErrors(diagnostics)
        return APIVersion(document: document, model: model, locations: locations)
    }

    private static func expectNoErrors(_ diagnostics: Diagnostics) {
        let errors = diagnostics.all.filter { $0.severity == .error }.map(\.message)
        #expect(errors.isEmpty, "\(errors)")
    }

    /// The module is the first word of the document's title; `x-closed` lists the closed enums of the configuration, and `x-groups` turns groups on.
    static func options(for document: Document) -> LoweringOptions {
        var options = LoweringOptions(module: String(document.info.title.prefix { $0 != " " }))
        options.closedEnums = Set(document.extensions["x-closed"]?.sequence?.compactMap(\.string) ?? [])
        options.hasNamespaces = document.extensions["x-groups"]?.boolean ?? false
        return options
    }
}

/// The fenced blocks of a page, by their language.
struct Blocks {
    private var texts: [String: String] = [:]

    init(_ page: String) {
        var language: String?
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                language = language == nil ? String(line.dropFirst(3)) : nil
            } else if let language {
                texts[language, default: ""] += line + "\n"
            }
        }
    }

    subscript(_ language: String) -> String { texts[language] ?? "" }
}
