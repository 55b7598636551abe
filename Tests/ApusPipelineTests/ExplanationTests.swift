import ApusSource
import TestSupport
import Testing

@testable import ApusPipeline

/// The examples of `apus explain` are correct: the first one causes the explained finding, the second one does not.
struct ExplanationTests {
    private static let frames: [String: ExplanationFrame] = [
        "alike-webhooks": .document,
        "boolean-required": .schema, "colliding-clients": .workspace, "contentless-response": .responses,
        "contradicting-all-of": .schema,
        "cyclic-reference": .schemas, "default-outside-enum": .schema, "empty-responses": .pathItem,
        "invalid-pattern": .members, "misfitting-example": .schema, "missing-discriminator": .schema,
        "missing-items": .oldSchema, "misspelled-media-type": .response, "misspelled-path-parameter": .document,
        "misspelled-tag": .document,
        "duplicate-client": .workspace, "duplicate-key": .init(text: "openapi: 3.1.0\n@\n"),
        "duplicate-operation-id": .pathItem, "duplicate-parameter": .parameters, "endless-alias": .schemas,
        "endless-all-of": .schemas, "endless-requirement": .schemas, "example-beside-examples": .media,
        "foreign-configuration": .generatorConfig, "foreign-keyword": .schema, "idle-discriminator": .schema,
        "impossible-body": .responses,
        "ignored-header-parameter": .ignoredHeader,
        "ignored-sibling": .oldSchema, "impossible-schema": .schema, "invalid-configuration": .workspace,
        "invalid-extension": .document, "invalid-json": .json, "invalid-json-path": .action,
        "invalid-overlay": .overlay, "invalid-parameter": .parameters, "invalid-status": .responses,
        "items-of-alternatives": .oldSchema,
        "invalid-yaml": .init(text: "openapi: 3.1.0\n@\n"), "loose-json": .json, "malformed-media-type": .response,
        "malformed-method": .pathItem,
        "mismatched-default": .schema, "misplaced-reference": .init(text: "openapi: 3.1.0\n@\npaths: {}\n"),
        "missing-configuration-key": .workspace, "missing-info": .whole, "missing-member": .document,
        "misspelled-reference": .mediaBesidesComponents, "missing-operation-id": .paths, "missing-responses": .pathItem,
        "narrowed-response": .response,
        "nested-callback": .operation, "no-schema": .schema, "nothing-to-generate": .document, "not-openapi": .whole,
        "optional-path-parameter": .parameters, "overlay-conflict": .action, "overlay-target-unmatched": .action,
        "other-spelling": .pathItem, "path-expression": .paths, "path-with-blanks": .document,
        "path-without-slash": .document, "reference-into-root": .part,
        "reference-outside-root": .schema,
        "remote-reference": .schema, "renamed-member": .schema, "renamed-type": .named,
        "schema-instead": .statuses, "several-bodies": .oldParameters,
        "several-documents": .whole, "several-unions": .schema, "structured-enum": .schema, "swiftui-name": .named,
        "template-outside-path": .paths, "unchecked-keyword": .members, "unchecked-pattern": .members,
        "undeclared-path-parameter": .paths, "undeclared-server-variable": .document,
        "undefined-required-property": .schema, "undefined-security-scheme": .document,
        "unknown-configuration-key": .workspace, "unknown-keyword": .schema, "unknown-type": .schema,
        "unmatched-setting": .workspace,
        "unknown-word": .init(text: ExplanationFrame.parameters.text.replacing("@", with: "- @")),
        "unnamed-xml-root": .body, "unread-payload": .document,
        "unresolved-reference": .media, "unsupported-version": .whole,
        "unusable-paging": .operation, "unused-encoding": .media, "unused-path-parameter": .paths,
        "unwritable-content": .parameters, "wrong-type": .pathItem,
    ]

    /// Findings that a few lines cannot show, and the tests that cover them.
    private static let elsewhere: [String: String] = [
        "alias-expansion": "goes on for lines", "default-namespaces": "goes on for lines",
        "deep-schema": "goes on for levels", "disagreeing-types": "needs a document of its own",
        "failed-fetch": "needs a network",
        "file-too-large": "is large", "missing-example": "needs `examples` in apus.yaml: LoweringCaseTests",
        "replaced-example": "needs `examples` in apus.yaml: LoweringCaseTests", "invalid-encoding": "is no UTF-8",
        "missing-file": "is no text",
        "nesting-too-deep": "goes on for levels", "schema-too-deep": "goes on for levels",
        "too-many-marks": "goes on for a line", "unconfigured-paging": "needs a document of its own",
        "missing-identity": "is for answers: IdentitySettingTests", "unusable-identity": "needs a document of its own",
        "unusable-result": "needs a document of its own",
    ]

    @Test func everyExplanationIsTried() {
        let known = Set(Self.frames.keys).union(Self.elsewhere.keys)
        #expect(known == Set(DiagnosticCatalog.all.map(\.id)))
        #expect(Set(Self.frames.keys).isDisjoint(with: Self.elsewhere.keys))
    }

    @Test(arguments: DiagnosticCatalog.all.filter { frames[$0.id] != nil })
    func isTrue(explanation: Explanation) throws {
        let frame = try #require(Self.frames[explanation.id])
        let before = frame.fill(explanation.before, isMended: false)
        #expect(try ids(of: before, frame, explanation).contains(explanation.id), "before:\n\(before)")
        if explanation.after.hasPrefix("# in apus.yaml") {
            let workspace = "clients:\n  - name: Pets\n    spec: openapi.yaml\n    @"
            let rest = ExplanationFrame(text: workspace).fill(explanation.after, isMended: true)
            #expect(try !ids(of: before, frame, explanation, workspace: rest).contains(explanation.id))
        } else {
            let after = frame.fill(explanation.after, isMended: true)
            #expect(try !ids(of: after, frame, explanation).contains(explanation.id), "after:\n\(after)")
        }
    }

    /// The ids of all findings for a text instead of the frame's file.
    private func ids(
        of text: String, _ frame: ExplanationFrame, _ explanation: Explanation, workspace: String? = nil
    ) throws -> Set<String> {
        var configured: ClientConfiguration?
        if frame.file == "apus.yaml" {
            let (workspace, findings) = try readConfiguration(text)
            if findings.isFailure { return Set(findings.diagnostics.all.map(\.id)) }
            configured = workspace.clients.first
        }
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", Self.surroundings)
        try folder.write("info.yaml", "title: Pets\nversion: 1.0.0\n")
        try folder.write("pet.yaml", "type: object\n")
        try folder.write(frame.file, text)
        var client = ClientConfiguration(
            name: "Pets", spec: frame.file.hasPrefix("openapi.") ? frame.file : "openapi.yaml", output: "out")
        if frame.file == "openapi-generator-config.yaml" { client.generatorConfig = folder.path + "/" + frame.file }
        if frame.file == "overlay.yaml" { client.overlays = ["overlay.yaml"] }
        if let workspace { client = try #require(try readConfiguration(workspace).0.clients.first) }
        client.keepsUnusedTypes = true
        if var configured {
            configured.spec = folder.path + "/openapi.yaml"
            configured.overlays = []
            return Set(Inspection.lint(configured).diagnostics.all.map(\.id))
        }
        client.spec = folder.path + "/" + client.spec
        client.overlays = client.overlays.map { folder.path + "/" + $0 }
        return Set(Inspection.lint(client).diagnostics.all.map(\.id))
    }

    /// Around a fragment that is a file of its own.
    private static let surroundings = """
        openapi: 3.1.0
        info: { title: Pets, version: 1.0.0 }
        paths: { /pets: { get: { operationId: listPets, responses: { '204': { description: d } } } } }
        components:
          schemas:
            Pet: { type: object, properties: { friend: { $ref: pet.yaml } } }
            Friend: { $ref: pet.yaml }
            Person: { type: object }
        """
}
