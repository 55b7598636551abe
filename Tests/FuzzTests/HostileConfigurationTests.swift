import ApusEmission
import ApusSource
import Foundation
import Fuzzing
import Testing

@testable import ApusPipeline

/// Values of `apus.yaml` are used in their own role, or refused with a location: they become neither code nor a path
/// outside the output.
struct HostileConfigurationTests {
    /// Every key. Texts with arbitrary content are `hostile`.
    private static let workspace = """
        clients:
          - name: Pets
            spec: openapi.yaml
            overlays: []
            output: out
            examples: out-examples
            roots: [shared]
            from: https://api.example/openapi.yaml
            allowedHosts: [hostile.example]
            access: public
            generate: [models, client]
            namespace: Shop
            templates: templates
            imports: [Swift]
            shards: 3
            include: ["/*"]
            exclude: [hostile operation, "tag:hostile"]
            formats: { uri: String, hostile format: Int }
            rename: { Pet: hostile pet, listPets: hostile list, Pet.name: hostile name, hostile: other }
            types: { Matrix: "[[Double]]" }
            closedEnums: [Error, hostile]
            conformances: { Pet: [Sendable], hostile: Sendable }
            identity: { Pet: name, "*Pet": hostile name, Error: hostile, hostile: id }
            attributes: { Pet: "@frozen", hostile: "@frozen" }
            groups: { listPets: hostile group, searchPets: hostile others }
            namespaces: tags
            idempotent: [hostile]
            keepUnusedTypes: true
            keepUnknownMembers: true
            minimal: true
            keepDeprecated: true
            strict: false
            sourceComments: none
            clientParameters: { tenant: hostile tenant, pageSize: [limit, hostile size] }
            result: { default: /hostile, listPets: "/hostile~1items/0", hostile: "" }
            paging:
              default: { style: cursor, parameter: filter, cursor: /hostile~1next, items: /hostile }
              listPets: { style: pageNumber, parameter: limit, items: "", pages: /hostile/pages, total: /hostile/total, more: /hostile, first: 0 }
              hostile: { style: offset, parameter: hostile }
            failures: [{ pointer: /hostile, value: hostile value, except: [hostile, listPets] }]
            refusals: [{ status: 403, code: hostile, text: hostile text, reason: no_agreement, message: hostile message }]
            rateLimit: { requests: 60, per: 60s }
            retries: { attempts: 3 }
            retry: { createPet: safe, hostile: never }
            dates: { withoutOffset: "+02:00" }
            onMismatch: drop
            webhooks: { member: /hostile~1name }
        """

    private static let document = "openapi-3.2.yaml"

    @Test func everyKeyIsThere() throws {
        let tree = try #require(TextTree(parsing: Array(Self.workspace.utf8)))
        guard case .array(let clients)? = tree["clients"], case .object(let members)? = clients.first else {
            Issue.record("no client")
            return
        }
        // `models` goes with a client that is generated without models.
        #expect(Set(members.map(\.key)) == Set(ConfigurationKey.all.map(\.name)).subtracting(["models"]))
    }

    @Test(arguments: HostileText.Kind.allCases)
    func nothingLeavesItsLiteral(kind: HostileText.Kind) throws {
        for (index, text) in HostileText.texts(of: kind).enumerated() where index % 3 == 0 {
            let output = try generate(replacing: "hostile", with: "hostile" + text)
            #expect(!output.examples.isEmpty)
            for files in [output.files, output.examples] {
                #expect(GeneratedCode.findProblems(in: files) == [], "\(kind) \(index)")
            }
        }
    }

    @Test func compilesWhateverItSays() throws {
        for text in ["*/ \(HostileText.call) /*", "\"; \(HostileText.call); \"", "\\(\(HostileText.call))"] {
            let files = try generate(replacing: "hostile", with: text).files.filter { $0.path.hasSuffix(".swift") }
            let said = try Compiler.findProblems(in: files)
            #expect(said == "")
        }
    }

    /// Names, types, modules and paths are looked at before they are used.
    @Test(arguments: [
        "name", "imports", "formats", "types", "conformances", "attributes", "models", "generate", "access",
        "namespaces", "spec", "output",
        "templates", "roots", "examples",
    ])
    func checkedKeysRefuse(key: String) throws {
        for text in HostileText.all where text.contains(HostileText.call) || text.contains("\0") {
            let value =
                ["formats", "types", "conformances", "attributes"].contains(key)
                ? TextTree.object([.init("a", .string(text))]) : .string(text)
            let members: [TextTree.Member] =
                [.init("name", .string("Pets")), .init("spec", .string("a.yaml"))].filter { $0.key != key }
                + [.init(key, value)]
            let findings = try read(.object([.init("clients", .array([.object(members)]))])).findings
            let isPath = ["spec", "output", "templates", "roots", "examples"].contains(key)
            let isRefused = findings.diagnostics.all.contains { $0.id == "invalid-configuration" && $0.mark != nil }
            let hasControls = text.unicodeScalars.contains { $0.value < 0x20 }
            #expect(isRefused == (hasControls || !isPath), "\(key): \(text.debugDescription)")
        }
    }

    private func read(_ tree: TextTree) throws -> (workspace: Workspace, findings: Findings) {
        let files = SourceFiles()
        var reader = ConfigurationReader()
        let file = files.add(path: "apus.yaml", bytes: Array(tree.json.utf8))
        let workspace = reader.readWorkspace(
            try files.parse(file, diagnostics: &reader.diagnostics), folder: FileManager.default.temporaryDirectory.path
        )
        return (workspace, Findings(reader.diagnostics, files: files))
    }

    /// The files of the client and of its examples, from a folder with the document and the templates.
    private func generate(replacing old: String, with new: String) throws -> Pipeline.Emitted {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "templates"), withIntermediateDirectories: true)
        try Data(try Documents.read(Self.document)).write(to: folder.appending(path: "openapi.yaml"))
        let tree = try #require(TextTree(parsing: Array(Self.workspace.utf8)))
        var (workspace, findings) = try read(replace(tree, old, new))
        #expect(findings.text == "")
        workspace = Workspace(folder: folder.path, clients: workspace.clients)
        var pipeline = Pipeline(client: try #require(workspace.clients.first), workspace: workspace)
        let output = try #require(try pipeline.emit())
        let report = Generator.generate(workspace.clients[0], of: workspace, options: .init())
        #expect(report.problem == nil)
        let entries = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(entries.sorted() == ["openapi.yaml", "out", "out-examples", "templates"])
        return output
    }

    private func replace(_ tree: TextTree, _ old: String, _ new: String) -> TextTree {
        switch tree {
        case .string(let text): .string(text.replacing(old, with: new))
        case .array(let items): .array(items.map { replace($0, old, new) })
        case .object(let members):
            .object(members.map { .init($0.key.replacing(old, with: new), replace($0.value, old, new)) })
        case .null, .boolean, .number: tree
        }
    }
}
