import ApusSource
import TestSupport
import Testing

@testable import ApusPipeline

/// The configuration of Swift OpenAPI Generator: what is applied, and one finding for each setting that is not.
struct GeneratorConfigTests {
    private static func apply(_ text: String) throws -> (client: ClientConfiguration, findings: [Diagnostic]) {
        let folder = try TemporaryFolder()
        try folder.write("config.yaml", text)
        var client = ClientConfiguration(name: "Pets", spec: "a.yaml", output: "out")
        client.generatorConfig = folder.path + "/config.yaml"
        let pipeline = Pipeline(client: client, workspace: Workspace.single(client))
        return (pipeline.client, pipeline.diagnostics.all)
    }

    @Test func saysExactly() throws {
        let path = "specs/invalid/foreign-configuration/openapi-generator-config.yaml"
        let files = SourceFiles()
        var diagnostics = Diagnostics()
        var client = ClientConfiguration(name: "Pets", spec: "a.yaml", output: "out")
        try GeneratorConfig.apply(Repository.root + "/" + path, to: &client, files: files, diagnostics: &diagnostics)
        #expect(client.types == ["UUID": "Foundation.UUID"] && client.selection.include == ["tag:pets"])
        let text = Findings(diagnostics, files: files).text.replacing(Repository.root + "/", with: "")
        try Recording.expect(text, at: "specs/invalid/foreign-configuration/expected.txt")
    }

    @Test(arguments: [
        ("generate: [server]", "/generate/0"), ("generate: [types]", "/generate"), ("generate: [1]", "/generate/0"),
        ("filter: { schemas: [Pet] }", "/filter/schemas"), ("namingStrategy: defensive", "/namingStrategy"),
        ("featureFlags: [x]", "/featureFlags"), ("additionalFileComments: [x]", "/additionalFileComments"),
        ("typeOverrides: { parameters: {} }", "/typeOverrides/parameters"), ("a/b: 1", "/a~1b"),
    ])
    func eachSettingWithoutACounterpartIsOneFinding(text: String, pointer: String) throws {
        let findings = try Self.apply(text).findings
        #expect(findings.map(\.id) == ["foreign-configuration"])
        #expect(findings.first?.pointer == pointer && findings.first?.mark != nil)
    }

    @Test(arguments: [
        "generate: [types, client]", "namingStrategy: idiomatic", "featureFlags: []", "accessModifier: public",
        "filter: { operations: [a], paths: [/a], tags: [b] }", "nameOverrides: { a: b }", "additionalImports: [A]",
    ])
    func settingsWithACounterpartAreNone(text: String) throws {
        #expect(try Self.apply(text).findings.isEmpty)
    }

    @Test func itsDefaultIsInternal() throws {
        #expect(try Self.apply("generate: [types, client]").client.access == .internal)
        #expect(try Self.apply("accessModifier: package").client.access == .package)
    }

    @Test(arguments: [
        "accessModifier: open", "additionalImports: ['a;b']", "typeOverrides: { schemas: { A: '1 + 1' } }",
    ])
    func whatCannotBeCodeIsAnError(text: String) throws {
        #expect(try Self.apply(text).findings.map(\.id) == ["invalid-configuration"])
    }
}
