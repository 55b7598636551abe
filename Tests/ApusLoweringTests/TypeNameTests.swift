import ApusLowering
import ApusModel
import ApusSource
import Testing

/// `x-apus-type` names a Swift type, and nothing else of it gets into code.
struct TypeNameTests {
    private func lower(_ name: String) throws -> Lowered {
        try Lowered(
            """
            paths: {}
            components:
              schemas:
                Order: { type: object, properties: { sum: { $ref: '#/components/schemas/Sum' } } }
                Sum: { type: object, x-apus-type: \(name), properties: { amount: { type: integer } } }
            """
        ) { $0.keepsUnusedTypes = true }
    }

    @Test(arguments: ["Money", "Billing.Money", "Money2_x"])
    func namesOfTypesAreTaken(name: String) throws {
        let lowered = try lower(name)
        #expect(
            lowered.model.types.contains {
                if case .alias(let decl) = $0 { decl.target == .external(name) } else { false }
            })
        #expect(lowered.diagnostics.isEmpty)
    }

    @Test(arguments: [
        "'Int = { evil_call() }()'", "'Int; struct Evil {}'", "'A<B>'", "'[Int]'", "A..B", "'.A'", "'A.'", "''", "self",
        "A.Type",
        "'/*'", "'A\\n'", "\"A\\u2028\"", "1st", "'`A`'", "[A]", "7",
    ])
    func anythingElseIsLeftOut(name: String) throws {
        let lowered = try lower(name)
        #expect(lowered.diagnostics.map(\.id) == ["invalid-extension"])
        #expect(lowered.model.types.contains { if case .structure = $0 { $0.header.name == "Sum" } else { false } })
    }
}
