import ApusLowering
import ApusModel
import ApusSource
import Foundation
import Testing

/// Long chains of schemas, and nested schemas, give a result or a finding, on any thread.
@Suite(.serialized) struct ChainTests {
    /// Ways in which a schema refers to the next one, with the length of the chain: for some longer than 8 MiB of stack
    /// once allowed, where they ended a process, and shorter for the others.
    static let chains = [
        "allOf": 20_000, "items": 20_000, "additionalProperties": 20_000, "allOf with members": 3_000, "$ref": 3_000,
        "patternProperties": 3_000, "properties": 3_000, "anyOf": 3_000, "not": 3_000, "prefixItems": 3_000,
        "oneOf": 1_000,
    ]

    private static func schema(_ link: String, to next: String) -> String {
        switch link {
        case "$ref": next
        case "allOf": "{ allOf: [\(next)] }"
        case "allOf with members": "{ allOf: [\(next)], properties: { m: { type: string } } }"
        case "items": "{ type: array, items: \(next) }"
        case "prefixItems": "{ type: array, prefixItems: [\(next)] }"
        case "patternProperties": "{ type: object, patternProperties: { '^a': \(next) } }"
        case "properties": "{ type: object, required: [n], properties: { n: \(next) } }"
        case "oneOf": "{ oneOf: [\(next), { type: integer }] }"
        case "anyOf": "{ anyOf: [\(next), { type: 'null' }] }"
        case "not": "{ type: string, not: \(next) }"
        default: "{ type: object, \(link): \(next) }"
        }
    }

    private static func chain(_ link: String, count: Int) -> String {
        let schemas = (0..<count).map { index in
            "    S\(index): " + schema(link, to: "{ $ref: '#/components/schemas/S\(index + 1)' }")
        }
        return "paths: {}\ncomponents:\n  schemas:\n" + schemas.joined(separator: "\n")
            + "\n    S\(count): { type: object, properties: { end: { type: string } } }\n"
    }

    private static func nest(_ link: String, depth: Int) -> String {
        "paths: {}\ncomponents:\n  schemas:\n    S0: "
            + (0..<depth).reduce("{ type: string }") { inner, _ in schema(link, to: inner) } + "\n"
    }

    @Test(arguments: chains.keys.sorted())
    func longChains(_ link: String) throws {
        let count = Self.chains[link] ?? 0
        let lowered = try onSmallStack {
            try Lowered(Self.chain(link, count: count)) { $0.keepsUnusedTypes = true }
        }
        #expect(lowered.typeNames.contains("S\(count)"))
        #expect(lowered.typeNames.contains("S0") || link == "$ref", "a mere reference is what it refers to")
    }

    @Test(
        arguments: ["allOf", "items", "additionalProperties", "properties", "oneOf", "anyOf", "not"], [60, 120, 240])
    func nestedSchemas(_ link: String, depth: Int) throws {
        let lowered = try onSmallStack {
            try? Lowered(Self.nest(link, depth: depth)) { $0.keepsUnusedTypes = true }
        }
        #expect(lowered == nil || lowered?.typeNames == ["S0"])
    }

    /// A list of lists of lists keeps its type: long chains of array aliases become separate types.
    @Test(arguments: ["items", "additionalProperties"]) func listsStayTyped(_ link: String) throws {
        let lowered = try Lowered(Self.chain(link, count: 300)) { $0.keepsUnusedTypes = true }
        #expect(lowered.diagnostics.isEmpty)
        let kinds = lowered.model.types.map { type in
            switch type {
            case .alias(let decl): decl.target == .json ? "json" : "alias"
            case .tuple: "tuple"
            case .structure(let decl): decl.additional == nil ? "end" : "dictionary"
            default: "other"
            }
        }
        #expect(Set(kinds) == (link == "items" ? ["alias", "tuple", "end"] : ["alias", "dictionary", "end"]))
        #expect(kinds.count(where: { $0 == "alias" }) == 297)
    }

    /// An alias that is not an array cannot become a type, and its finding has a location.
    @Test func otherNamesAreTold() throws {
        let lowered = try Lowered(Self.chain("anyOf", count: 300)) { $0.keepsUnusedTypes = true }
        let findings = lowered.diagnostics.filter { $0.id == "schema-too-deep" }
        #expect(findings.count == 3 && findings.allSatisfy { $0.mark != nil && $0.pointer?.contains("/S") == true })
    }
}

/// Runs a test's body on a thread with as little stack as threads of a pool may have.
private func onSmallStack<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) throws -> Result {
    let outcome = Outcome<Result>()
    let thread = Thread { outcome.finish(Swift.Result { try body() }) }
    thread.stackSize = 512 * 1024
    thread.start()
    return try outcome.wait()
}

private final class Outcome<Value: Sendable>: @unchecked Sendable {
    private let done = DispatchSemaphore(value: 0)
    private var result: Result<Value, any Error>?

    func finish(_ result: Result<Value, any Error>) {
        self.result = result
        done.signal()
    }

    func wait() throws -> Value {
        done.wait()
        return try #require(result).get()
    }
}
