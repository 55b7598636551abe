import Foundation
import TestSupport
import Testing

@testable import ApusCodec

/// Compares `validate()` with JSON Schema's own test suite (2020-12): for every supported keyword, every valid value
/// passes and every invalid one is reported.
struct SchemaSuiteTests {
    /// The suite's files, named as their keywords.
    static let keywords = [
        "additionalProperties", "allOf", "anyOf", "boolean_schema", "const", "contains", "dependentRequired",
        "dependentSchemas", "enum", "exclusiveMaximum", "exclusiveMinimum", "if-then-else", "items", "maxContains",
        "maxItems", "maxLength", "maxProperties", "maximum", "minContains", "minItems", "minLength", "minProperties",
        "minimum", "multipleOf", "not", "oneOf", "pattern", "patternProperties", "prefixItems", "properties",
        "propertyNames", "required", "type", "uniqueItems", "optional/bignum", "optional/float-overflow",
        "optional/non-bmp-regex",
    ]

    /// Keywords that never reach the checker: references are resolved when code is generated, the others are reported then.
    static let unknown: Set<String> = ["$ref", "$dynamicRef", "unevaluatedItems", "unevaluatedProperties"]

    @Test(arguments: keywords) func judgesAsTheSuiteDoes(_ keyword: String) throws {
        let path = "corpus/torture/JSON-Schema-Test-Suite/tests/draft2020-12/\(keyword).json"
        guard let file = SharedFolder.find(path) else { return }
        let groups = try #require(JSONValue(json: Array(Data(contentsOf: URL(filePath: file)))).array)
        var count = 0
        for group in groups.compactMap(\.object) {
            let schema = try #require(group["schema"])
            if Self.mentions(Self.unknown, schema) { continue }
            for trial in (group["tests"]?.array ?? []).compactMap(\.object) {
                let value = try #require(trial["data"])
                let isValid = ConstraintChecker.accepts(value, schema)
                #expect(isValid == trial["valid"]?.bool, "\(schema) and \(value)")
                count += 1
            }
        }
        #expect(count > 0)
    }

    private static func mentions(_ keywords: Set<String>, _ schema: JSONValue) -> Bool {
        switch schema {
        case .object(let members):
            members.contains { keywords.contains($0.key) || mentions(keywords, $0.value) }
        case .array(let elements): elements.contains { mentions(keywords, $0) }
        default: false
        }
    }
}
