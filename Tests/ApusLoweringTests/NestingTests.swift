import ApusLowering
import ApusModel
import Testing

struct NestingTests {
    /// `A: { l1: { l2: { … } } }`, with one object in another.
    private static func yaml(depth: Int) -> String {
        let opening = (1...depth).map { "{ type: object, properties: { l\($0): " }.joined()
        return """
            paths: {}
            components:
              schemas:
                A: \(opening){ type: string }\(String(repeating: " } }", count: depth))
            """
    }

    private func depth(of type: TypeDecl) -> Int {
        1 + (type.header.nested.map(depth).max() ?? 0)
    }

    private func count(of type: TypeDecl) -> Int {
        type.header.nested.reduce(1) { $0 + count(of: $1) }
    }

    @Test(arguments: [(5, 5), (11, 11), (40, 11)])
    func nestsDownToADepth(levels: Int, expected: Int) throws {
        let lowered = try Lowered(Self.yaml(depth: levels)) { $0.keepsUnusedTypes = true }
        let type = try #require(lowered.model.types.first)
        #expect(depth(of: type) == expected)
        #expect(count(of: type) == levels, "no type is lost")
        #expect(Set(lowered.model.names.values).count == levels, "each type has a name of its own")
    }
}
