import ApusLowering
import ApusModel
import Foundation
import MappingExamples
import Testing

@testable import ApusCodec
@testable import ApusRuntime

/// A union of any two of these schemas selects, for any value that only one of them allows, that one: by its shape
/// alone, without a failed attempt. JSON Schema's own rules determine which schema allows a value.
struct UnionChoiceTests {
    private static let scalars = [
        #"{"type":"string"}"#, #"{"type":"string","format":"date-time"}"#, #"{"type":"string","format":"uuid"}"#,
        #"{"type":"integer"}"#, #"{"type":"integer","format":"int32"}"#, #"{"type":"number"}"#, #"{"type":"boolean"}"#,
        #"{"type":"string","enum":["a","b"]}"#, #"{"type":"string","enum":["b","c"]}"#, #"{"const":"x"}"#,
        #"{"const":"y"}"#, #"{"const":1}"#, #"{"type":["string","null"]}"#, #"{"type":["integer","boolean"]}"#,
        #"{"oneOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]}"#,
    ]

    /// Containers of one of them, and a value of each; `@` is the content.
    private static let holders = [
        (#"{"type":"object","required":["a"],"properties":{"a":@,"n":{"type":"string"}}}"#, #"{"a":@}"#),
        (#"{"type":"object","properties":{"a":@}}"#, #"{"a":@,"more":1}"#),
        (#"{"type":"object","properties":{"b":{"type":"object","properties":{"a":@}}}}"#, #"{"b":{"a":@}}"#),
        (#"{"type":"array","items":@}"#, "[@,@]"),
        (#"{"type":"object","additionalProperties":@}"#, #"{"k":@,"l":@}"#),
        (#"{"type":"array","items":{"type":"object","required":["a"],"properties":{"a":@}}}"#, #"[{"a":@}]"#),
        (#"{"type":"array","prefixItems":[{"type":"integer"},@],"minItems":2}"#, "[1,@]"),
        (
            #"{"allOf":[{"type":"object","properties":{"n":{"type":"string"}}},{"properties":{"a":@}}]}"#,
            #"{"a":@}"#
        ),
    ]

    private static let values = [
        #""text""#, #""a""#, #""b""#, #""c""#, #""x""#, #""y""#, #""2026-01-31T09:30:00Z""#,
        #""6f9619ff-8b86-4d01-b42d-00cf4fc964ff""#, "1", "7", "5000000000", "0.5", "true", "null", #"["a"]"#,
    ]

    @Test func choosesTheOneThatFits() throws {
        var checked = 0
        for (index, first) in Self.scalars.enumerated() {
            for second in Self.scalars[(index + 1)...] {
                for (schema, value) in Self.holders {
                    let schemas = [first, second].map { schema.replacing("@", with: $0) }
                    let values = Self.values.map { value.replacing("@", with: $0) }
                    checked += try check(schemas, values) + check(schemas.reversed(), values)
                }
            }
        }
        #expect(checked > 5_000)
    }

    /// - Returns: The number of values that only one of the schemas allows.
    private func check(_ schemas: [String], _ values: [String]) throws -> Int {
        let yaml = "U: { oneOf: [\(schemas.joined(separator: ","))] }"
        let block = Chapter.Block(info: "yaml", line: 1, content: [yaml])
        guard
            let model = try? MappingExample(block, path: "").model,
            let decl = model.types.lazy.compactMap({ if case .union(let decl) = $0 { decl } else { nil } }).first
        else { return 0 }
        // Alternatives with one Swift type are one case.
        guard decl.cases.count == schemas.count else { return 0 }
        let alternatives = decl.cases.map { UnionAlternative($0.shape) }
        let demands = try schemas.map { try JSONValue(json: Self.withFormats($0)) }
        var count = 0
        for text in values {
            let value = try JSONValue(json: text)
            let allowing = demands.indices.filter { ConstraintChecker.accepts(value, demands[$0]) }
            guard allowing.count == 1 else { continue }
            count += 1
            let chosen = try Choice.$alternatives.withValue(alternatives) { try Choice(json: text).place }
            #expect(chosen == allowing[0], "\(schemas) \(text)")
        }
        return count
    }

    /// The checker does not support formats: their meaning in other keywords.
    private static func withFormats(_ schema: String) -> String {
        schema.replacing(#""format":"date-time""#, with: #""pattern":"^\\d{4}-.*Z$""#)
            .replacing(#""format":"uuid""#, with: #""pattern":"^[0-9a-f]{8}-""#)
            .replacing(#""format":"int32""#, with: #""maximum":2147483647"#)
    }
}

/// A union that only records the selected alternative.
private struct Choice: UnionCoding {
    @TaskLocal static var alternatives: [UnionAlternative] = []

    let place: Int?

    init(place: Int?) { self.place = place }

    init(from value: inout ValueReader) {
        self = value.choose(Self.alternatives) { place, _ in Choice(place: place) }
    }

    func write(to value: inout ValueWriter) {}
}

extension UnionAlternative {
    /// As generated code has it.
    fileprivate init(_ shape: UnionShape) {
        switch shape {
        case .any: self = .any
        case .null: self = .null
        case .boolean: self = .boolean
        case .number: self = .number
        case .dateTime: self = .dateTime
        case .date: self = .date
        case .uuid: self = .uuid
        case .integer(.int32): self = .int32
        case .integer: self = .integer
        case .text(let least, let most): self = .string(minLength: least ?? 0, maxLength: most ?? .max)
        case .constants(let values): self = .constants(values.map(Self.read))
        case .likely(let values): self = .likely(values.map(Self.read))
        case .optional(let inner): self = .optional(UnionAlternative(inner))
        case .oneOf(let shapes): self = .oneOf(shapes.map { UnionAlternative($0) })
        case .array(of: nil): self = .array
        case .array(let element?): self = .array(of: UnionAlternative(element))
        case .tuple(let items, let required, let rest):
            self = .tuple(
                items: items.map { UnionAlternative($0) }, required: required, rest: rest.map { UnionAlternative($0) })
        case .object(let object): self = Self.read(object)
        }
    }

    private static func read(_ object: ObjectShape) -> UnionAlternative {
        .object(
            required: object.required, known: object.known,
            constants: Dictionary(
                uniqueKeysWithValues: object.constants.map { ($0.key, .array($0.values.map(read))) }),
            members: Dictionary(uniqueKeysWithValues: object.members.map { ($0.key, UnionAlternative($0.shape)) }),
            values: object.values.map { UnionAlternative($0) })
    }

    private static func read(_ value: LiteralValue) -> JSONValue {
        switch value {
        case .string(let text): .string(text)
        case .bool(let flag): .bool(flag)
        case .integer(let text), .double(let text): JSONNumber(text).map { .number($0) } ?? .null
        default: .null
        }
    }
}
