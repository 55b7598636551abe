import ApusLowering
import ApusModel
import ApusSource
import TestSupport
import Testing

@testable import ApusPipeline

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct ConfigurationReaderTests {
    @Test(arguments: [
        "unknown-configuration-key", "missing-configuration-key", "invalid-configuration", "duplicate-client",
        "colliding-clients",
    ])
    func saysWhatIsWrong(id: String) throws {
        let path = "specs/invalid/\(id)/apus.yaml"
        let (_, findings) = try readConfiguration(try #require(Repository.read(path)), shownAs: path)
        #expect(Set(findings.diagnostics.all.map(\.id)) == [id])
        #expect(findings.isFailure)
        let renderer = DiagnosticRenderer(files: findings.files)
        let blocks = findings.diagnostics.all.map { renderer.text($0) + "\n" }
        try Recording.expect(blocks.joined(), at: "specs/invalid/\(id)/expected.txt")
    }

    @Test func onlyNameAndSpecAreNeeded() throws {
        let (workspace, findings) = try readConfiguration("clients: [{ name: Pets, spec: pets.yaml }]")
        #expect(findings.text == "")
        #expect(
            workspace.clients == [ClientConfiguration(name: "Pets", spec: "pets.yaml", output: "Generated/Pets")])
    }

    @Test(
        arguments: [
            ("UTC", 0), ("Z", 0), ("+02:00", 7_200), ("-05:30", -19_800), ("Europe/Berlin", nil), ("+2", nil),
            ("+25:00", nil),
        ] as [(String, Int?)])
    func readsOffsets(text: String, seconds: Int?) throws {
        let (workspace, findings) = try readConfiguration(
            "clients: [{ name: Pets, spec: pets.yaml, dates: { withoutOffset: '\(text)' }, onMismatch: drop }]")
        #expect(workspace.clients.first?.rules.dates?.withoutOffset == seconds)
        #expect(workspace.clients.first?.rules.dropsMismatches == true)
        #expect(findings.diagnostics.all.map(\.id) == (seconds == nil ? ["invalid-configuration"] : []))
    }

    @Test(
        arguments: [
            ("{ status: 403, text: agreement, reason: agreement_required }", true),
            ("{ code: over, reason: over_limit, message: Wait. }", true),
            ("{ reason: agreement_required }", false), ("{ status: 403 }", false),
            ("{ status: 42, reason: a }", false), ("{ status: 403, reason: an agreement }", false),
            ("{ text: '', reason: a }", false), ("{ status: 403, reason: a, why: b }", false),
        ]) func readsRefusals(text: String, isValid: Bool) throws
    {
        let (workspace, findings) = try readConfiguration(
            "clients: [{ name: Pets, spec: pets.yaml, refusals: \(text) }]")
        #expect(workspace.clients.first?.rules.refusals.count == (isValid ? 1 : 0))
        #expect(findings.diagnostics.all.isEmpty == isValid)
    }

    @Test func everyKeyIsTakenOver() throws {
        let (workspace, findings) = try readConfiguration(
            """
            clients:
              - name: Pets
                spec: pets.yaml
                overlays: [a.yaml, b.yaml]
                output: Out
                roots: ../shared
                access: package
                templates: templates
                imports: Foo
                shards: 4
                include: [listPets, "tag:Shop"]
                exclude: /internal/*
                formats: { uri: URL }
                rename: { pet: Animal }
                types: { Money: Decimal }
                closedEnums: [Size]
                keepUnusedTypes: true
                keepUnknownMembers: true
                minimal: true
                examples: OutExamples
                strict: true
            """)
        #expect(findings.text == "")
        var expected = ClientConfiguration(name: "Pets", spec: "pets.yaml", output: "Out")
        expected.overlays = ["a.yaml", "b.yaml"]
        expected.roots = ["../shared"]
        expected.access = .package
        expected.templates = "templates"
        expected.imports = ["Foo"]
        expected.shards = 4
        expected.selection.include = ["listPets", "tag:Shop"]
        expected.selection.exclude = ["/internal/*"]
        expected.formats = ["uri": "URL"]
        expected.rename = ["pet": "Animal"]
        expected.types = ["Money": "Decimal"]
        expected.closedEnums = ["Size"]
        expected.keepsUnusedTypes = true
        expected.keepsUnknownMembers = true
        expected.isMinimal = true
        expected.examples = "OutExamples"
        expected.isStrict = true
        #expect(workspace.clients == [expected])
    }

    @Test(
        arguments: [
            ("generate: [models]", nil), ("generate: models", nil), ("generate: [client]\n    models: PetModels", nil),
            ("generate: [client, models]", nil), ("generate: [client]", "/generate"), ("generate: []", "/generate"),
            ("generate: [types]", "/generate/0"), ("models: PetModels", "/models"),
            ("generate: [models]\n    shards: 2", "/generate"), ("generate: [client]\n    models: a b", "/models"),
            ("generate: examples\n    models: Pets", nil), ("generate: examples", "/generate"),
            ("generate: [models, examples]", "/generate"), ("examples: out", nil), ("examples: [out]", "/examples"),
            ("examples: out\n    access: internal", "/examples"), ("examples: out\n    access: package", nil),
            ("examples: out\n    generate: examples\n    models: Pets", "/examples"),
            ("conformances: { Pet: [A, B.C] }", nil), ("conformances: { Pet: A }", nil),
            ("conformances: { Pet: ['A, B'] }", "/conformances/Pet/0"), ("attributes: { Pet: '@frozen' }", nil),
            ("attributes: { Pet: ['@available(iOS 18, *)'] }", nil), ("attributes: { Pet: frozen }", "/attributes/Pet"),
            ("attributes: { Pet: '@a struct X {}' }", "/attributes/Pet"),
            ("attributes: { Pet: '@a()' }", "/attributes/Pet"),
            ("attributes: [Pet]", "/attributes"),
        ] as [(String, String?)])
    func partsAndAdditions(settings: String, location: String?) throws {
        let (_, findings) = try readConfiguration("clients:\n  - name: Pets\n    spec: pets.yaml\n    \(settings)")
        let all = findings.diagnostics.all
        #expect(all.allSatisfy { $0.id == "invalid-configuration" })
        #expect(all.first?.pointer == location.map { "/clients/0" + $0 })
    }

    /// Two clients of one module have names of their own by a namespace or a fixed number of files; a target that the manifest places
    /// deeper is a module of its own.
    @Test(arguments: [
        ("Sources/App/A", "", "Sources/App/B", "", false), ("Sources/App/A", "", "Sources/Other/B", "", true),
        ("Sources/App/A", "", "Sources/App/B", ", namespace: B", true),
        ("Sources/App/A", ", namespace: Api", "Sources/App/B", ", namespace: API", false),
        ("Sources/App/A", "", "Sources/App/B", ", shards: 2", true), ("Clients/App/A", "", "Clients/App/B", "", true),
        ("Sources/Deep/A", "", "Sources/Deep/B", "", true),
    ]) func clientsOfOneModule(first: String, _ one: String, second: String, _ other: String, isFine: Bool) throws {
        let folder = try TemporaryFolder()
        try folder.write("Package.swift", ".target(name: \"A\", path: \"Sources/Deep/A\")")
        let (_, findings) = try readConfiguration(
            """
            clients:
              - { name: A, spec: a.yaml, output: "\(folder.path)/\(first)"\(one) }
              - { name: B, spec: b.yaml, output: "\(folder.path)/\(second)"\(other) }
            """)
        #expect(findings.diagnostics.all.map(\.id) == (isFine ? [] : ["colliding-clients"]))
        #expect(findings.diagnostics.all.map(\.pointer) == (isFine ? [] : ["/clients/1/output"]))
    }

    @Test(arguments: [
        ("Shop", true), ("ABC_1", true), ("Swift", false), ("a.b", false), ("class", false), ("AClient", false),
        ("aserver", false), ("Data", false),
    ])
    func namespacesAreNames(text: String, isFine: Bool) throws {
        let (_, findings) = try readConfiguration("clients: [{ name: A, spec: a.yaml, namespace: '\(text)' }]")
        #expect(findings.diagnostics.all.map(\.pointer) == (isFine ? [] : ["/clients/0/namespace"]))
    }

    /// However two folders are spelled, they are one, or one is inside of the other.
    @Test(arguments: [
        ("gen2", "./gen2"), ("gen2", "gen2/"), ("gen2", "a/../gen2"), ("gen2", "gen2//"), ("gen2", "GEN2"),
        ("gen2", "{folder}/gen2"), ("Straße", "Strasse"), ("Stra\u{DF}e", "STRASSE"), ("\u{E9}", "e\u{301}"),
        ("gen2", "gen2/Models"), ("gen2/a/b", "gen2"), (".", "gen2"),
    ]) func foldersMustDiffer(first: String, second: String) throws {
        let second = second.replacing("{folder}", with: FileManager.default.currentDirectoryPath)
        let (_, findings) = try readConfiguration(
            "clients: [{ name: A, spec: a.yaml, output: '\(first)' }, { name: B, spec: b.yaml, output: '\(second)' }]")
        #expect(findings.diagnostics.all.map(\.id) == ["duplicate-client"])
        #expect(findings.diagnostics.all.map(\.pointer) == ["/clients/1"])
    }

    @Test func foldersBesideEachOtherAreFine() throws {
        let (workspace, findings) = try readConfiguration(
            "clients: [{ name: A, spec: a, output: gen }, { name: B, spec: b, output: gen2 }, { name: C, spec: c, output: x/gen }]"
        )
        #expect(findings.text == "" && workspace.clients.count == 3)
    }

    @Test func oneBadClientDoesNotCostTheOthers() throws {
        let (workspace, findings) = try readConfiguration(
            "clients: [{ spec: a.yaml }, { name: Shop, spec: b.yaml }, null]")
        #expect(workspace.clients.map(\.name) == ["Shop"])
        #expect(findings.diagnostics.all.map(\.pointer) == ["/clients/0", "/clients/2"])
    }

    @Test(arguments: [
        ("[]", "the workspace file must be a mapping, not a sequence"),
        ("", "the workspace file has no \"clients\""),
        ("clients:", "clients must be a list, and has no value"),
        ("{}", "the workspace file has no \"clients\""),
        ("clients: { name: Pets }", "clients must be a list, not a mapping"),
    ])
    func theFileIsAListOfClients(text: String, message: String) throws {
        let (workspace, findings) = try readConfiguration(text)
        #expect(workspace.clients.isEmpty)
        #expect(findings.diagnostics.all.map(\.message) == [message])
    }
}
