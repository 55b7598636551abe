import ApusSource
import TestSupport
import Testing

@testable import ApusPipeline

/// The schema is for editors, and is a file because editors read files.
struct ConfigurationSchemaTests {
    @Test func fileAgreesWithTheKeys() throws {
        try Recording.expect(ConfigurationSchema.json, at: "Sources/ApusPipeline/Configuration/apus.schema.json")
    }

    @Test func schemaIsJSONAndNamesEveryKey() throws {
        let files = SourceFiles()
        let schema = try files.parse(files.add(path: "schema.json", bytes: Array(ConfigurationSchema.json.utf8)))
        let client = try #require(schema["properties"]?["clients"]?["items"])
        #expect(client["properties"]?.mapping?.entries.map(\.key) == ConfigurationKey.all.map(\.name))
        #expect(client["required"]?.sequence?.compactMap(\.string) == ["name", "spec"])
    }

    @Test func workspaceFileOfThisRepositoryNamesIt() throws {
        let text = try #require(Repository.read("apus.yaml"))
        #expect(
            text.hasPrefix("# yaml-language-server: $schema=Sources/ApusPipeline/Configuration/apus.schema.json\n"))
        let (workspace, findings) = try readConfiguration(text)
        #expect(findings.text == "")
        #expect(!workspace.clients.isEmpty)
    }
}
