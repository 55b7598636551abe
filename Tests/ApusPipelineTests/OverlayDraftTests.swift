import ApusSource
import TestSupport
import Testing

@testable import ApusPipeline

/// The overlay that `apus lint --write-overlay` writes mends what it says, and nothing is left to correct.
struct OverlayDraftTests {
    private static let document = """
        openapi: 3.1.0
        info: { title: Pets, version: 1 }
        paths:
          "/it's/{petId}":
            get:
              operationId: getPet
              parameters:
                - { name: pet_id, in: Path, required: "true", schema: { type: int64 } }
                - { name: size, in: Query, schema: { type: integer, default: "3" } }
              responses:
                '200':
                  description: d
                  content: { application/json: { schema: { $ref: "#/definitions/pet" } } }
        components:
          schemas:
            Pet: { type: object, deprecated: "false", properties: { name: { type: str, minLength: "1" } } }
        """

    private func lint(_ folder: TemporaryFolder, overlays: [String] = []) -> Findings {
        var client = ClientConfiguration(name: "Pets", spec: folder.path + "/pets.yaml", output: "out")
        client.overlays = overlays
        return Inspection.lint(client)
    }

    @Test func everyCorrectionMendsItsFinding() throws {
        let folder = try TemporaryFolder()
        try folder.write("pets.yaml", Self.document)
        let before = lint(folder)
        let mendable = before.diagnostics.all.filter { $0.fix != nil }
        #expect(
            Set(mendable.map(\.id)) == [
                "wrong-type", "other-spelling", "misspelled-path-parameter", "unknown-type", "mismatched-default",
                "misspelled-reference",
            ])
        let draft = try #require(OverlayDraft(before, of: folder.path + "/pets.yaml"))
        #expect(draft.count == Set(mendable.compactMap(\.fix)).count)
        try folder.write("fixes.yaml", draft.text)
        let after = lint(folder, overlays: [folder.path + "/fixes.yaml"])
        #expect(after.text == "", "\(draft.text)")
        #expect(OverlayDraft(after, of: folder.path + "/pets.yaml") == nil)
    }

    @Test func otherFilesAreLeftAlone() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "pets.yaml",
            """
            openapi: 3.1.0
            info: { title: Pets, version: 1.0.0 }
            paths: { /pets: { $ref: path.yaml } }
            """)
        try folder.write(
            "path.yaml",
            "get: { operationId: a, parameters: [{ name: a, in: Query }], responses: { '204': { description: d } } }")
        let findings = lint(folder)
        #expect(findings.diagnostics.all.contains { $0.fix != nil })
        #expect(OverlayDraft(findings, of: folder.path + "/pets.yaml") == nil)
    }
}
