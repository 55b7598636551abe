import ApusLowering
import ApusModel
import Testing

/// The time grows hardly faster than the document: shapes that grew with the square of their size, or worse. `make growth` measures many more,
/// of a release build, whose bar is 1.3.
@Suite(.timeLimit(.minutes(10)), .serialized)
struct GrowthRateTests {
    struct Shape: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var size = 500
        let document: @Sendable (Int) -> String
    }

    /// The square is 2, and what sorts or looks up in a table is a little over 1. The sizes are small: the largest takes about 0.3 s of a debug
    /// build, so a square is only a part of the time yet, and the bar is lower than that of larger sizes.
    private static let bar = 1.25

    @Test(arguments: shapes) func growsLikeTheDocument(shape: Shape) throws {
        let bytes = { shape.document($0).utf8.count }
        let exponent = try Growth.exponent(from: shape.size, over: Self.bar, bytes: bytes) { size in
            _ = try Lowered(shape.document(size)) { $0.keepsUnusedTypes = true }
        }
        // Sizes that take no time would hold for any growth.
        #expect(try #require(exponent, "the sizes are too small to tell") <= Self.bar)
    }

    private static func list(_ size: Int, _ item: (Int) -> String) -> String {
        (0..<size).map(item).joined(separator: ", ")
    }

    private static func ref(_ name: String) -> String { "{ $ref: '#/components/schemas/\(name)' }" }

    private static func object(_ key: String) -> String {
        "{ type: object, required: [\(key)], properties: { \(key): { type: string } } }"
    }

    private static let done = "responses: { '204': { description: Done } }"

    /// One schema with the given members.
    private static func schema(_ members: String) -> String {
        "paths: {}\ncomponents:\n  schemas:\n    A: { \(members) }\n    B: { type: object }\n"
    }

    private static func operation(_ members: String, path: String = "/a") -> String {
        "paths:\n  ? '\(path)'\n  :\n    post: { operationId: call, \(members) }\n"
    }

    private static let shapes: [Shape] = [
        Shape(testDescription: "content types of a body", size: 150) { size in
            operation(
                "requestBody: { content: { \(list(size) { "application/x\($0)+json: { schema: \(object("m\($0)")) }" }) } }, \(done)"
            )
        },
        Shape(testDescription: "content types of a response, one type", size: 400) { size in
            operation(
                "responses: { '200': { description: It, content: { \(list(size) { "application/x\($0)+json: { schema: { type: string } }" }) } } }"
            )
        },
        Shape(testDescription: "content types that repeat a model", size: 100) { size in
            operation(
                "requestBody: { content: { \(list(size) { "application/x\($0)+json: { schema: \(object("m\($0)")) }, text/x\($0): { schema: \(object("n\($0)")) }" }) } }, \(done)"
            )
        },
        Shape(testDescription: "parameters of a path", size: 400) { size in
            operation(
                "parameters: [\(list(size) { "{ name: p\($0), in: path, required: true, schema: { type: string } }" })], \(done)",
                path: (0..<size).map { "/{p\($0)}" }.joined())
        },
        Shape(testDescription: "encodings of a multipart body", size: 500) { size in
            operation(
                "requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { \(list(size) { "m\($0): { type: string }" }) } }, encoding: { \(list(size) { "m\($0): { contentType: text/plain }" }) } } } }, \(done)"
            )
        },
        Shape(testDescription: "failures, each operation's own", size: 80) { size in
            "paths:\n"
                + (0..<size).map {
                    "  /p\($0): { get: { operationId: get\($0), responses: { '204': { description: Done }, '400': { description: No, content: { application/json: { schema: \(object("m\($0)")) } } } } } }\n"
                }.joined()
        },
        Shape(testDescription: "allOf of oneOfs", size: 150) { size in
            schema("allOf: [\(list(size) { "{ oneOf: [\(object("m\($0)")), \(object("n\($0)"))] }" })]")
        },
        Shape(testDescription: "constants of one allOf", size: 1_000) { size in
            schema("allOf: [\(list(size) { "{ const: v\($0) }" })]")
        },
        Shape(testDescription: "a demand of many in many children", size: 120) { size in
            "paths: {}\ncomponents:\n  schemas:\n    A: { type: object, not: { anyOf: [\(list(size) { "{ required: [d\($0)] }" })] } }\n"
                + (0..<size).map { "    S\($0): { allOf: [\(ref("A")), \(object("m\($0)"))] }\n" }.joined()
        },
        Shape(testDescription: "alternatives with many required members", size: 800) { size in
            schema(
                "oneOf: [{ type: object, properties: { \(list(size) { "m\($0): { type: string }" }) }, required: [\(list(size) { "m\($0)" })] }, \(ref("B"))]"
            )
        },
        Shape(testDescription: "unions that list each other", size: 8) { size in
            "paths: {}\ncomponents:\n  schemas:\n"
                + (0..<size).map { index in
                    "    U\(index): { oneOf: [\(list(size) { $0 == index ? object("m\(index)") : ref("U\($0)") })] }\n"
                }.joined()
        },
        Shape(testDescription: "alternatives beside shared members", size: 250) { size in
            schema("anyOf: [\(list(size) { object("m\($0)") })]")
        },
        // Beyond the limit of an owner's declarations, alternatives have one type.
        Shape(testDescription: "alternatives of one type", size: 2_500) { size in
            schema("anyOf: [\(list(size) { object("m\($0)") })]")
        },
        Shape(testDescription: "one union in many schemas", size: 150) { size in
            "paths: {}\ncomponents:\n  schemas:\n    U: { oneOf: [\(list(size) { ref("S\($0)") })] }\n"
                + (0..<size).map {
                    "    S\($0): { type: object, required: [m\($0)], properties: { m\($0): \(ref("U")) } }\n"
                }.joined()
        },
        Shape(testDescription: "one union beside null in many schemas", size: 120) { size in
            "paths: {}\ncomponents:\n  schemas:\n    U: { oneOf: [\(list(size) { ref("S\($0)") })] }\n"
                + (0..<size).map {
                    "    S\($0): { type: object, required: [m\($0)], properties: { m\($0): { anyOf: [\(ref("U")), { type: 'null' }] } } }\n"
                }.joined()
        },
        Shape(testDescription: "demands of one schema in many members", size: 400) { size in
            "paths: {}\ncomponents:\n  schemas:\n    A: { type: object, anyOf: [\(list(size) { "{ required: [d\($0)] }" })] }\n"
                + "    S: { type: object, properties: { \(list(size) { "m\($0): \(ref("A"))" }) } }\n"
        },
        Shape(testDescription: "demands of one base in many children", size: 120) { size in
            "paths: {}\ncomponents:\n  schemas:\n    A: { \(object("a").dropFirst().dropLast()), allOf: [\(list(size) { "{ not: { required: [d\($0)] } }" })] }\n"
                + (0..<size).map { "    S\($0): { allOf: [\(ref("A")), \(object("m\($0)"))] }\n" }.joined()
        },
        Shape(testDescription: "webhooks", size: 100) { webhooks($0) { object("m\($0)") } },
        Shape(testDescription: "webhooks that demand nothing", size: 100) {
            webhooks($0) { "{ type: object, properties: { m\($0): { type: string } } }" }
        },
    ]

    private static func webhooks(_ size: Int, _ payload: (Int) -> String) -> String {
        "webhooks:\n"
            + (0..<size).map {
                "  w\($0): { post: { operationId: on\($0), requestBody: { content: { application/json: { schema: \(payload($0)) } } }, \(done) } }\n"
            }.joined()
    }
}
