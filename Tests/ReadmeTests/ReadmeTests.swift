import ApusEmission
import ApusModel
import Foundation
import Testing

@testable import ApusPipeline

/// The calls that the generated READMEs show are compiled with this target: `Snippets` holds them, one file for each client.
/// `APUS_UPDATE=1` records what is printed now, and fails once.
@Suite("Generated READMEs")
struct ReadmeTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path(percentEncoded: false)

    @Test(
        "the snippets of a README are what is compiled here",
        arguments: ["SalesCaptain", "ChatCaptain", "Salesmsg", "DeveloperAPI"])
    func snippetsAreCompiled(_ name: String) throws {
        let workspace = try Workspace.load(Self.root + "/" + Workspace.fileName)
        let client = try #require(workspace.clients.first { $0.name == name })
        var pipeline = Pipeline(client: client, workspace: workspace)
        let lowered = pipeline.lower()
        let model = try #require(lowered)
        let text = try Emission.readmeSnippets(model)
        let file = URL(filePath: Self.root + "/Tests/ReadmeTests/Snippets/\(name)Snippets.swift")
        let readme = try String(contentsOfFile: Self.root + "/" + client.output + "/README.md", encoding: .utf8)
        for operation in model.operations {
            #expect(
                readme.contains("client.\(operation.methodName)("),
                "\(name)'s README does not call \(operation.methodName)")
        }
        if (try? String(contentsOf: file, encoding: .utf8)) == text { return }
        guard ProcessInfo.processInfo.environment["APUS_UPDATE"] == "1" else {
            Issue.record("\(file.lastPathComponent) is not what the README shows; make goldens records it")
            return
        }
        try Data(text.utf8).write(to: file)
        Issue.record("\(file.lastPathComponent) recorded; run again")
    }
}
