import ApusSource
import Foundation
import Fuzzing
import Testing

@testable import ApusEmission

/// A document may call its schemas and operations as the runtime, Swift and generated code itself call their types, every one of them: the
/// names are read from the sources, so that a new public type is tried without anybody thinking of it.
struct ShadowTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

    /// Of the runtime and of the library for XML, as `public struct CallOptions` declares them.
    private static let declared: [String] = {
        let declaration =
            /(?m)^(?:@\w+ )*public (?:final |indirect )*(?:struct|class|enum|protocol|actor|typealias) (\w+)/
        let names = ["ApusRuntime", "ApusXML"].flatMap { module -> [String] in
            let folder = root.appending(path: "Sources/" + module)
            let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            let texts = (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }.compactMap {
                try? String(contentsOf: $0, encoding: .utf8)
            }
            return texts.flatMap { $0.matches(of: declaration).map { String($0.output.1) } }
        }
        return Array(Set(names)).sorted()
    }()

    /// What generated code names besides: Swift's own, Foundation's, modules, associated types, and the client's types.
    private static let others = Vocabulary.swift.union(Vocabulary.foundation).union(Vocabulary.runtime).union(
        Vocabulary.xml
    ).union([
        "Actor", "Any", "AnyObject", "ApusRuntime", "ApusXML", "Array", "AsyncSequence", "Body", "CallError",
        "Character",
        "Codable",
        "CodingKeys", "Collection", "Decodable", "Dictionary", "Encodable", "Equatable", "Error", "Failure",
        "Foundation",
        "FoundationEssentials", "HTTPRequest", "HTTPTypes", "Headers", "MainActor", "Never", "Optional", "Output",
        "PageItem", "Pets", "PetsClient", "PetsCredentials", "PetsEvent", "PetsServer", "Protocol", "Range",
        "RawRepresentable", "Response", "Result", "Self", "Sequence", "Set", "Success", "Swift", "Task", "Type",
        "Unicode",
        "Void",
    ])

    private static let names = Array(others.union(declared)).sorted()

    @Test func namesAreFound() {
        #expect(Self.declared.count > 120)
        for name in ["APIObject", "HTTPBody", "Nullable", "XMLCoder"] { #expect(Self.declared.contains(name)) }
    }

    @Test func schemasMayHaveEveryName() throws {
        try compile { name in (schema: name, operation: "use" + name) }
    }

    @Test func operationsMayHaveEveryName() throws {
        try compile { name in (schema: "A" + name, operation: name) }
    }

    /// One operation for each name, which sends and receives one schema.
    private func compile(_ make: (String) -> (schema: String, operation: String)) throws {
        var paths: [String] = []
        var schemas: [String] = []
        for name in Self.names {
            let (schema, operation) = make(name)
            let reference = "{ $ref: '#/components/schemas/\(schema)' }"
            schemas.append(
                "    \(schema): { type: object, required: [id], properties: { id: { type: string }, at: { type: string, format: date-time }, "
                    + "next: \(reference), list: { type: array, items: \(reference) } }, additionalProperties: { type: integer } }"
            )
            paths.append(
                "  /\(name): { post: { operationId: \(operation), requestBody: { content: { application/json: { schema: \(reference) } } }, "
                    + "responses: { '200': { description: d, headers: { X-A: { schema: { type: integer } } }, "
                    + "content: { application/json: { schema: \(reference) } } }, "
                    + "'404': { description: d, content: { application/json: { schema: \(reference) } } } } } }")
        }
        let lines =
            ["openapi: 3.1.0", "info: { title: Pets, version: '1' }", "paths:"] + paths + Self.parts
            + ["components:", "  schemas:"] + schemas
        let client = try GeneratedClient.generate(Array(lines.joined(separator: "\n").utf8))
        #expect(client.diagnostics.filter { $0.severity > .note }.map(\.message) == [])
        #expect(try Compiler.findProblems(in: client.swiftFiles) == "")
    }

    /// Operations of every other kind, whose code names what the others do not.
    private static let parts = """
          /other/bytes: { get: { operationId: otherBytes, responses: { '200': { description: d, content: { application/octet-stream: {} } } } } }
          /other/events: { get: { operationId: otherEvents, responses: { '200': { description: d, content: { text/event-stream: { schema: { type: string } } } } } } }
          /other/lines: { get: { operationId: otherLines, responses: { '200': { description: d, content: { application/jsonl: { schema: { type: string } } } } } } }
          /other/form: { post: { operationId: otherForm, requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { a: { type: array, items: { type: string } } } }, encoding: { a: { explode: false } } }, multipart/form-data: { schema: { type: object, properties: { f: { type: string, format: binary } } } } } }, responses: { '204': { description: d } } } }
        webhooks:
          changed: { post: { operationId: changed, requestBody: { content: { application/json: { schema: { oneOf: [{ type: string }, { type: integer, minimum: 1 }] } } } }, responses: { '204': { description: d } } } }
        """.split(separator: "\n").map(String.init)
}
