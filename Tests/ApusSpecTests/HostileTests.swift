import ApusSource
import ApusSpec
import Foundation
import Testing

/// Documents that were written to hurt: each must end soon, with a diagnostic.
struct HostileTests {
    @Test(arguments: [false, true])
    func tenThousandLevels(_ isJSON: Bool) {
        let depth = 10_000
        let open = isJSON ? "{\"not\":" : "{not: "
        let head =
            isJSON
            ? "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"T\",\"version\":\"1\"},\"components\":{\"schemas\":{\"A\":"
            : "openapi: 3.1.0\ncomponents: {schemas: {A: "
        let tail =
            isJSON
            ? "{}" + String(repeating: "}", count: depth) + "}}}" : "{}" + String(repeating: "}", count: depth) + "}}"
        let reading = Reading(head + String(repeating: open, count: depth) + tail)
        #expect(reading.ids == ["nesting-too-deep"])
        #expect(reading.document == nil)
    }

    @Test func pointersThroughReferencesThroughPointers() {
        let links = (0..<5_000).map { "S\($0): {$ref: '#/components/schemas/S\($0 + 1)/properties/x'}\n" }.joined()
        let reading = Reading(schemas: links + "S5000: {properties: {x: {type: string}}}")
        #expect(reading.ids.allSatisfy { $0 == "unresolved-reference" })
        #expect(reading.document?.namedSchemas.count == 5_001)
    }

    @Test func parameterChains() {
        let links = (0..<1_000).map { "P\($0): {$ref: '#/components/parameters/P\($0 + 1)'}\n    " }.joined()
        let reading = Reading(
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents:\n  parameters:\n    " + links
                + "P1000: {name: a, in: query}")
        #expect(reading.ids.allSatisfy { $0 == "cyclic-reference" })
    }

    @Test func callbacksThatMultiply() {
        let levels = (0..<20).map { level in
            let next =
                "{a: {$ref: '#/components/callbacks/C\(level + 1)'}, b: {$ref: '#/components/callbacks/C\(level + 1)'}}"
            return "C\(level): {x: {post: {callbacks: \(next)}}, y: {post: {callbacks: \(next)}}}\n    "
        }
        let reading = Reading(
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/a: {get: {operationId: a, callbacks: {c: {$ref: '#/components/callbacks/C0'}}}}}\ncomponents:\n  callbacks:\n    "
                + levels.joined() + "C20: {}")
        #expect(reading.ids == ["nested-callback", "nested-callback", "nested-callback", "nested-callback"])
    }

    @Test func pathsOfBraces() {
        let path = "/" + (0..<20_000).map { "{p\($0)}" }.joined()
        let info = #""openapi": "3.1.0", "info": {"title": "T", "version": "1"}"#
        let reading = Reading("{\(info), \"paths\": {\"\(path)\": {\"get\": {\"operationId\": \"a\"}}}}")
        #expect(reading.ids == ["undeclared-path-parameter"])
    }

    @Test func longKeysInOneAnother() {
        let key = String(repeating: "k", count: 1_000)
        let open = (0..<50).map { "{\"properties\":{\"\(key)\($0)\":" }.joined()
        let leaves = (0..<2_000).map { "\"p\($0)\":{}" }.joined(separator: ",")
        let schema = open + "{\"properties\":{\(leaves)}}" + String(repeating: "}}", count: 50)
        let reading = Reading(
            "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"T\",\"version\":\"1\"},\"components\":{\"schemas\":{\"A\":\(schema)}}}"
        )
        #expect(reading.ids == [])
        #expect(reading.document?.schemas.count == 2_051)
        #expect(reading.document?.schemas.keys.allSatisfy { $0.pointer.utf8.count < 5_000 } == true)
    }

    @Test func linksDoNotLeaveTheFolder() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("apus-\(UUID().uuidString)")
        let api = folder.appendingPathComponent("api")
        try FileManager.default.createDirectory(at: api, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try "type: string".write(to: folder.appendingPathComponent("secret.yaml"), atomically: true, encoding: .utf8)
        try FileManager.default.createSymbolicLink(
            at: api.appendingPathComponent("link.yaml"),
            withDestinationURL: folder.appendingPathComponent("secret.yaml"))
        try "type: string".write(to: api.appendingPathComponent("near.yaml"), atomically: true, encoding: .utf8)
        try FileManager.default.createSymbolicLink(
            at: api.appendingPathComponent("inner.yaml"), withDestinationURL: api.appendingPathComponent("near.yaml"))
        let text =
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {A: {$ref: link.yaml}, B: {$ref: inner.yaml}}}"
        let files = SourceFiles()
        var diagnostics = Diagnostics()
        let file = files.add(path: "api/openapi.yaml", bytes: Array(text.utf8))
        let document = DocumentReader.read(file, files: files, loader: .folder(folder.path), diagnostics: &diagnostics)
        #expect(diagnostics.all.map(\.id) == ["reference-outside-root"])
        #expect(document?.namedSchemas.map { document?.resolve($0.schema).types } == [[], [.string]])
    }
}
