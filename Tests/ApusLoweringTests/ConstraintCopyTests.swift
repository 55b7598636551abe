import ApusLowering
import ApusModel
import ApusSource
import Testing

/// The constraints of a schema are written at each use; a large schema that is used often is too long for that.
struct ConstraintCopyTests {
    private func lower(demands: Int, uses: Int) throws -> (texts: [Int], told: [String]) {
        let alternatives = (0..<demands).map { "{ required: [d\($0)] }" }.joined(separator: ", ")
        let members = (0..<uses).map { "m\($0): { $ref: '#/components/schemas/A' }" }.joined(separator: ", ")
        let lowered = try Lowered(
            """
            paths: {}
            components:
              schemas:
                A: { type: object, anyOf: [\(alternatives)] }
                S: { type: object, properties: { \(members) } }
            """
        ) { $0.keepsUnusedTypes = true }
        let structs = lowered.model.types.compactMap { type -> StructDecl? in
            if case .structure(let decl) = type { decl } else { nil }
        }
        let texts = structs.flatMap { $0.properties.compactMap(\.constraint).map(\.utf8.count) }
        return (texts, lowered.diagnostics.filter { $0.id == "unchecked-keyword" }.map(\.message))
    }

    /// A small one is checked however often it is used, and a large one a few hundred times.
    @Test(arguments: [(20, 5_000), (200, 400)]) func whatHasRoomIsWritten(demands: Int, uses: Int) throws {
        let (texts, told) = try lower(demands: demands, uses: uses)
        #expect(texts.count == uses && Set(texts.map { $0 / 100 }).count == 1)
        #expect(told.isEmpty)
    }

    @Test func whatHasNoneIsTold() throws {
        let (texts, told) = try lower(demands: 2_000, uses: 2_000)
        #expect(texts.count < 200 && texts.reduce(0, +) < 6 << 20)
        #expect(told == ["what this demands is not checked everywhere"])
    }
}
