import ApusSource
import Foundation
import Fuzzing
import TestSupport
import Testing

@testable import ApusEmission
@testable import ApusLowering

/// A document may call its schemas and operations as the runtime, Swift and generated code itself call their types, every one of them: the
/// names are read from the sources, so that a new public type is tried without anybody thinking of it.
struct ShadowTests {
    /// Names of the runtime and of the XML library, declared like `public struct CallOptions`.
    private static let declared: [String] = {
        let declaration =
            /(?m)^(?:@\w+ )*public (?:final |indirect )*(?:struct|class|enum|protocol|actor|typealias) (\w+)/
        let names = ["ApusRuntime", "ApusCodec", "ApusXML"].flatMap { module -> [String] in
            let folder = Repository.url(of: "Sources/" + module)
            let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            let texts = (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }.compactMap {
                try? String(contentsOf: $0, encoding: .utf8)
            }
            return texts.flatMap { $0.matches(of: declaration).map { String($0.output.1) } }
        }
        return Array(Set(names)).sorted()
    }()

    /// Other names in generated code: Swift's own, Foundation's, modules, associated types, and the client's types.
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
        for name in ["APIObject", "APIBody", "Nullable", "XMLCoder"] { #expect(Self.declared.contains(name)) }
    }

    @Test func schemasMayHaveEveryName() throws {
        try compile(Self.names, isChosen: true) { name in (schema: name, operation: "use" + name) }
    }

    @Test func operationsMayHaveEveryName() throws {
        try compile(Self.names, isChosen: true) { name in (schema: "A" + name, operation: name) }
    }

    /// Generated code uses names that no declaration of a document shadows.
    @Test func namesOfGeneratedCodeAreListed() {
        let written = Vocabulary.swift.union(Vocabulary.foundation)
        #expect(written.subtracting(SwiftNames.shadowable) == [])
        #expect(SwiftNames.swift.isDisjoint(with: SwiftNames.foundation))
        #expect(SwiftNames.shadowable.isDisjoint(with: SwiftNames.swiftUI))
    }

    /// Somebody's file in the module means Swift's and Foundation's types by their names, whatever a document calls its own.
    @Test(arguments: [true, false])
    func nothingHidesSwift(inSchemas: Bool) throws {
        let everyday = GeneratedFile(path: "Everyday.swift", contents: Self.everyday)
        let names = SwiftNames.shadowable.sorted()
        let files = try compile(names, isChosen: false, with: everyday) { name in
            inSchemas ? (schema: name, operation: "use" + name) : (schema: "A" + name, operation: name)
        }
        let declaration = /(?m)^public (?:final |indirect )*(?:struct|class|enum|protocol|actor|typealias) (\w+)/
        let declared = Set(files.flatMap { $0.contents.matches(of: declaration).map { String($0.output.1) } })
        #expect(declared.count > names.count)
        #expect(declared.intersection(SwiftNames.shadowable) == [])
    }

    private static let everyday = """
        internal import Foundation

        func everyday(_ texts: [String: Int?], at date: Date, url: URL) async throws -> Result<Set<Int>, any Error> {
            let task = Task<Int, any Error> { texts.count }
            let more = try await withThrowingTaskGroup(of: Double.self) { group in
                group.addTask { Duration.seconds(1) > .zero ? 1 : 0 }
                return try await group.reduce(0, +)
            }
            do { _ = try await task.value } catch is CancellationError { return .failure(CocoaError(.userCancelled)) }
            let order: SortOrder = .forward
            let calendar: Calendar? = Optional<Calendar>.none
            let name = Notification.Name("name")
            let data = try JSONEncoder().encode([date])
            guard let range = Range(NSRange(location: 0, length: 0), in: "text"), let bool = Bool("true") else {
                return .success([])
            }
            let parts: (Data, UUID, Decimal, Locale, TimeZone, TimeInterval) = (
                data, UUID(), Decimal(1), Locale(identifier: "en"), .gmt, more
            )
            _ = (order, calendar, name, range, bool, parts, url, Character("a"), Mirror(reflecting: url), Array(texts.keys))
            return .success([1])
        }

        struct Everyday: Codable, Hashable, Sendable, Identifiable, Comparable, CustomStringConvertible, LocalizedError {
            var id: UInt64
            var description: String { "\\(id)" }
            static func < (left: Self, right: Self) -> Bool { left.id < right.id }
            func encode(to encoder: any Encoder) throws {}
        }
        """

    /// One operation for each name, which sends and receives one schema.
    ///
    /// - Parameter isChosen: Whether `x-apus-name` says that the names are meant.
    @discardableResult
    private func compile(
        _ names: [String], isChosen: Bool, with file: GeneratedFile? = nil,
        _ make: (String) -> (schema: String, operation: String)
    ) throws -> [GeneratedFile] {
        var paths: [String] = []
        var schemas: [String] = []
        for name in names {
            let (schema, operation) = make(name)
            let (schemaName, operationName) =
                isChosen ? ("x-apus-name: \(schema), ", "x-apus-name: \(operation), ") : ("", "")
            let reference = "{ $ref: '#/components/schemas/\(schema)' }"
            schemas.append(
                "    \(schema): { \(schemaName)type: object, required: [id], properties: { id: { type: string }, at: { type: string, format: date-time }, "
                    + "next: \(reference), list: { type: array, items: \(reference) } }, additionalProperties: { type: integer } }"
            )
            paths.append(
                "  /\(name): { post: { operationId: \(operation), \(operationName)requestBody: { content: { application/json: { schema: \(reference) } } }, "
                    + "responses: { '200': { description: d, headers: { X-A: { schema: { type: integer } } }, "
                    + "content: { application/json: { schema: \(reference) } } }, "
                    + "'404': { description: d, content: { application/json: { schema: \(reference) } } } } } }")
        }
        let lines =
            ["openapi: 3.1.0", "info: { title: Pets, version: '1' }", "paths:"] + paths + Self.parts
            + ["components:", "  schemas:"] + schemas
        let client = try GeneratedClient.generate(Array(lines.joined(separator: "\n").utf8))
        #expect(client.diagnostics.filter { $0.severity > .note }.map(\.message) == [])
        #expect(try Compiler.findProblems(in: client.swiftFiles + [file].compactMap(\.self)) == "")
        return client.swiftFiles
    }

    /// Operations of every other kind, whose code uses names that the others do not.
    private static let parts = """
          /other/bytes: { get: { operationId: otherBytes, responses: { '200': { description: d, content: { application/octet-stream: {} } } } } }
          /other/events: { get: { operationId: otherEvents, responses: { '200': { description: d, content: { text/event-stream: { schema: { type: string } } } } } } }
          /other/lines: { get: { operationId: otherLines, responses: { '200': { description: d, content: { application/jsonl: { schema: { type: string } } } } } } }
          /other/form: { post: { operationId: otherForm, requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { a: { type: array, items: { type: string } } } }, encoding: { a: { explode: false } } }, multipart/form-data: { schema: { type: object, properties: { f: { type: string, format: binary } } } } } }, responses: { '204': { description: d } } } }
        webhooks:
          changed: { post: { operationId: changed, requestBody: { content: { application/json: { schema: { oneOf: [{ type: string }, { type: integer, minimum: 1 }] } } } }, responses: { '204': { description: d } } } }
        """.split(separator: "\n").map(String.init)
}
