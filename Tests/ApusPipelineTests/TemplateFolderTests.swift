import ApusEmission
import TestSupport
import Testing

@testable import ApusPipeline

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The tags of templates are a contract, and `apus templates` says what an override has to change.
struct TemplateFolderTests {
    private static let contract = "Documentation/template-contract.txt"

    /// Removing a tag without raising the version fails before the contract is recorded.
    @Test func contractIsWrittenDown() throws {
        if let written = Repository.read(Self.contract) {
            let known = Set(Self.tags(in: TemplateContract.text))
            let gone = Self.tags(in: written).filter { !known.contains($0) }
            if written.hasPrefix("version \(TemplateContract.version)\n") {
                #expect(gone.isEmpty, "raise TemplateContract.version: \(gone) went")
            }
        }
        try Recording.expect(TemplateContract.text, at: Self.contract)
    }

    /// `struct properties.name`; the meaning of a tag, behind it, may be worded otherwise.
    private static func tags(in contract: String) -> [String] {
        var template = ""
        return contract.split(separator: "\n").compactMap { line in
            let word = line.split(separator: " ").first.map(String.init) ?? ""
            if line.hasPrefix("  ") { return template + " " + word }
            template = word
            return nil
        }
    }

    @Test func exportedTemplatesFitAndPrintTheSame() throws {
        let folder = try TemporaryFolder()
        for entry in TemplateContract.entries { _ = try TemplateFolder.export(entry.name, to: folder.path) }
        let templates = try TemplateFolder(folder.path)
        #expect(templates.templates.map(\.name) == TemplateContract.entries.map(\.name))
        #expect(templates.review().isFailure == false)
        #expect(templates.review().text.split(separator: "\n").allSatisfy { $0.hasSuffix(": fits") })
        #expect(templates.difference() == "")
        try folder.write(
            "a.yaml",
            "openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths: { /a: { get: { responses: { '204': { description: d } } } } }"
        )
        let plain = try emit(folder, templates: nil)
        #expect(try emit(folder, templates: folder.path) == plain)
        let again = #expect(throws: WorkspaceProblem.self) { try TemplateFolder.export("struct", to: folder.path) }
        #expect(again?.text.hasPrefix("there is a \(folder.path)/struct.mustache already") == true)
    }

    @Test func saysWhatHasToChange() throws {
        let folder = try TemporaryFolder()
        try folder.write("strukt.mustache", "x")
        try folder.write("alias.mustache", "{{#doc}}")
        try folder.write(
            "enum.mustache",
            "{{! EnumContext: e; Apus 0.0.9, contract 0, tags: doc name cases cases.nam old }}\n{{old}}{{#cases}}{{nam}}{{/cases}}{{doc}}"
        )
        let review = try TemplateFolder(folder.path).review()
        #expect(review.isFailure)
        for line in [
            "strukt.mustache: error: Apus has no such template; did you mean struct.mustache?",
            "enum.mustache: error: nothing is named {{old}} here any more",
            "enum.mustache: error: nothing is named {{nam}} here any more; did you mean {{name}}?",
            "enum.mustache: note: it was made for contract 0, and this is \(TemplateContract.version)",
            "enum.mustache: note: {{conformances}} is new, and Apus's own template prints it",
            "enum.mustache: note: it leaves out {{name}}, which Apus's own prints",
        ] { #expect(review.text.contains(line + "\n"), "\(line)\n\(review.text)") }
        #expect(review.text.contains("alias.mustache: error: "))
    }

    @Test func differencesAreLines() throws {
        let folder = try TemporaryFolder()
        let path = try TemplateFolder.export("alias", to: folder.path)
        let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        try folder.write("alias.mustache", text + "// mine\n")
        #expect(try TemplateFolder(folder.path).difference().contains("\n+// mine"))
    }

    @Test func unknownNamesComeWithAdvice() throws {
        let problem = #expect(throws: WorkspaceProblem.self) { try TemplateFolder.export("unoin", to: "/nowhere") }
        #expect(problem?.text == "no template is named \"unoin\"; did you mean \"union\"?")
    }

    private func emit(_ folder: TemporaryFolder, templates: String?) throws -> [String] {
        var client = ClientConfiguration(name: "A", spec: folder.path + "/a.yaml", output: "out")
        client.templates = templates
        var pipeline = Pipeline(client: client, workspace: Workspace(folder: "", clients: []))
        return try #require(try pipeline.emit()).files.map { $0.path + "\n" + $0.contents }
    }
}
