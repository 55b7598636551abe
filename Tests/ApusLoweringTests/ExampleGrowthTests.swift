import ApusLowering
import Testing

/// The time for examples grows hardly faster than the document, in shapes that multiply values.
@Suite(.timeLimit(.minutes(10)), .serialized)
struct ExampleGrowthTests {
    struct Shape: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var size = 100
        let schemas: @Sendable (Int) -> String
    }

    private static let bar = 1.3

    @Test(arguments: shapes) func growsLikeTheDocument(shape: Shape) throws {
        let document = { (size: Int) in "paths: {}\ncomponents:\n  schemas:\n" + shape.schemas(size) }
        let exponent = try Growth.exponent(from: shape.size, over: Self.bar, bytes: { document($0).utf8.count }) {
            size in
            _ = try Lowered(document(size)) {
                $0.keepsUnusedTypes = true
                $0.makesExamples = true
            }
        }
        #expect(try #require(exponent, "the sizes are too small to tell") <= Self.bar)
    }

    private static func ref(_ name: String) -> String { "{ $ref: '#/components/schemas/\(name)' }" }

    private static func lines(_ size: Int, _ line: (Int) -> String) -> String {
        (0..<size).map { "    " + line($0) + "\n" }.joined()
    }

    private static let shapes: [Shape] = [
        Shape(testDescription: "types that require the one before twice") { size in
            lines(size) { index in
                let inner = index == 0 ? "{ type: string }" : ref("T\(index - 1)")
                return "T\(index): { type: object, required: [a, b], properties: { a: \(inner), b: \(inner) } }"
            }
        },
        Shape(testDescription: "types that all have each other as optional members") { size in
            lines(size) { index in
                let members = (0..<8).map { "m\($0): \(ref("T\((index * 7 + $0 * 3) % size)"))" }
                return "T\(index): { type: object, properties: { \(members.joined(separator: ", ")) } }"
            }
        },
        Shape(testDescription: "members that exclude each other") { size in
            let members = (0..<size).map { "m\($0): { type: string }" }.joined(separator: ", ")
            let alternatives = (0..<size).map { "{ required: [m\($0)] }" }.joined(separator: ", ")
            return "    A: { type: object, properties: { \(members) }, oneOf: [\(alternatives)] }\n"
        },
        Shape(testDescription: "examples of the last alternative of a union") { size in
            let alternatives = (0..<20).map { ref("C\($0)") }.joined(separator: ", ")
            return lines(20) {
                "C\($0): { type: object, required: [c\($0)], properties: { c\($0): { type: integer } } }"
            }
                + "    U: { oneOf: [\(alternatives)] }\n"
                + lines(size) { "T\($0): { type: object, properties: { u: \(ref("U")) }, example: { u: { c19: 1 } } }" }
        },
        Shape(testDescription: "examples of the last value of a long enum") { size in
            let values = (0..<size).map { "v\($0)" }.joined(separator: ", ")
            return "    E: { type: string, enum: [\(values)] }\n"
                + lines(size) {
                    "T\($0): { type: object, properties: { e: \(ref("E")) }, example: { e: v\(size - 1) } }"
                }
        },
        Shape(testDescription: "patterns with many repetitions") { size in
            lines(size) {
                "T\($0): { type: object, required: [a], properties: { a: { type: string, pattern: '^([a-f0-9]{4}-){9}x\($0)$' } } }"
            }
        },
    ]
}
