import ApusLowering
import ApusSource
import TestSupport
import Testing

@testable import ApusPipeline

/// The text of `apus init`, and the settings that it proposes.
struct SetupTests {
    private static func signs(_ document: String) throws -> [Proposal] {
        let folder = try TemporaryFolder()
        try folder.write("openapi.yaml", document)
        let client = ClientConfiguration(name: "Pets", spec: folder.path + "/openapi.yaml", output: "out")
        var pipeline = Pipeline(client: client, workspace: Workspace(folder: "", clients: []))
        let read = pipeline.readDocument()
        return DocumentSigns(try #require(read), of: pipeline).proposals()
    }

    private static func document(parameter: String, type: String, answer: String, id: String = "listPets") -> String {
        """
        openapi: 3.1.0
        info: { title: Pets, version: '1' }
        paths:
          /pets:
            get:
              operationId: \(id)
              parameters: [{ name: '\(parameter)', in: query, schema: { type: \(type) } }]
              responses:
                '200':
                  description: The pets.
                  content: { application/json: { schema: \(answer) } }

        """
    }

    private static let list = "{ type: array, items: { type: string } }"

    @Test(arguments: [
        ("page", "integer", list, "{ style: pageNumber, parameter: page }"),
        (
            "cursor", "string",
            "{ properties: { data: \(list), next_cursor: { type: string }, has_more: { type: boolean } } }",
            "{ style: cursor, parameter: cursor, items: /data, cursor: /next_cursor, more: /has_more }"
        ),
        (
            "offset", "integer",
            "{ properties: { meta: { properties: { total: { type: integer } } }, pets: \(list) } }",
            "{ style: offset, parameter: offset, items: /pets, total: /meta/total }"
        ),
        (
            "page[number]", "integer", "{ properties: { a: \(list), b: \(list), items: \(list) } }",
            #"{ style: pageNumber, parameter: "page[number]", items: /items }"#
        ),
        (
            "name", "string", "{ properties: { 'a/b': \(list), links: { properties: { next: { type: string } } } } }",
            #"{ style: nextURL, items: "/a~1b", cursor: /links/next }"#
        ),
    ])
    func proposesPaging(parameter: String, type: String, answer: String, rule: String) throws {
        let answer = answer.replacing("{ properties", with: "{ type: object, properties")
        let found = try Self.signs(Self.document(parameter: parameter, type: type, answer: answer))
        #expect(found.map(\.key) == ["paging"])
        #expect(found.first?.lines == ["{ listPets: \(rule) }"])
    }

    @Test(arguments: [
        ("filter", "string", list), ("page", "integer", "{ type: string }"),
        ("page", "integer", "{ type: object, properties: { a: \(list), b: \(list) } }"), ("cursor", "string", list),
    ])
    func proposesNothingWithoutSigns(parameter: String, type: String, answer: String) throws {
        #expect(try Self.signs(Self.document(parameter: parameter, type: type, answer: answer)) == [])
    }

    @Test(arguments: [
        ("At most 60 requests per minute.", 60, 60), ("The limit is 1,000 API calls every 5 minutes!", 1_000, 300),
        ("(10 req/s)", 10, 1), ("up to 100 requests in 1 hour", 100, 3_600),
    ])
    func readsRateLimits(text: String, requests: Int, seconds: Int) {
        let limit = RateText(text)
        #expect(limit?.requests == requests && limit?.seconds == seconds)
    }

    @Test(arguments: [
        "", "60", "60 requests", "60 requests per", "0 requests per minute", "v2 requests per minute",
        "60 pets per minute",
    ])
    func readsNoOtherNumbers(text: String) {
        #expect(RateText(text) == nil)
    }

    @Test func proposesTheLimitThatTheDocumentStates() throws {
        let found = try Self.signs(
            Self.document(parameter: "name", type: "string", answer: "{ type: string }")
                .replacing("title: Pets,", with: "title: Pets, description: 'Send 5 calls per second, \"not\" more.',"))
        #expect(
            found == [
                Proposal(
                    key: "rateLimit", lines: ["{ requests: 5, per: 1s }"],
                    reason: #"the document says "5 calls per second""#)
            ])
    }

    /// Somebody removes the `#` before the lines of a proposal; a hostile name stays in its scalar.
    @Test(arguments: ["listPets", "a: b", "x\\\"y", "#", "true", "- a", "é"]) func proposalsCanBeUsed(id: String) throws
    {
        let quoted = YAMLScalar.quoted(id)
        var text = Self.document(parameter: "page", type: "integer", answer: Self.list, id: quoted)
        text +=
            text.split(separator: "\n").drop { !$0.hasPrefix("  /pets") }.joined(separator: "\n")
            .replacing("/pets", with: "/others").replacing(quoted, with: "other") + "\n"
        var template = WorkspaceTemplate(name: "Pets", spec: "openapi.yaml")
        template.proposals = try Self.signs(text)
        for indent in [0, 2, 4] {
            let margin = String(repeating: " ", count: indent + 2)
            let client = template.client(indent: indent, isComplete: true)
            let lines = client.split(separator: "\n").map { line in
                // Models of another module exclude models of one's own.
                line.hasPrefix(margin + "# ") && !line.hasPrefix(margin + "# models:")
                    ? margin + line.dropFirst(indent + 4) : line
            }
            let all = "clients:\n" + lines.joined(separator: "\n")
            let (workspace, findings) = try readConfiguration(all)
            #expect(findings.text == "")
            let paging = try #require(workspace.clients.first).rules.paging
            #expect(Set(paging.keys) == ["default", id, "other"])
            #expect(paging["default"]?.parameter == "page")
        }
    }

    private static let workspace = """
        # mine
        clients:
          - {name: Pets, spec: a.yaml}   # and this
          - name: Shop
            spec: "b.yaml"
        """

    @Test(arguments: [
        workspace, workspace + "\n", workspace.replacing("  -", with: "-").replacing("    spec", with: "  spec"),
        workspace + "\n\n# the end\n",
    ])
    func addsAClientAtTheEnd(before: String) throws {
        let template = WorkspaceTemplate(name: "Farm", spec: "c.yaml", output: "Sources/Farm", hasNamespaces: false)
        let addition = try WorkspaceAddition(of: template, to: Array(before.utf8), in: "")
        let (workspace, findings) = try readConfiguration(before + addition.text)
        #expect(findings.text == "")
        #expect(workspace.clients.map(\.name) == ["Pets", "Shop", "Farm"])
        #expect(workspace.clients.last?.output == "Sources/Farm" && workspace.clients.last?.hasNamespaces == false)
    }

    @Test(arguments: [
        ("clients: [{name: Pets, spec: a.yaml}]", "does not list its clients under each other"),
        ("clients: []", "does not list its clients under each other"), ("clients:\n  - name: A", "cannot be used"),
        (workspace + "\n...\n", "does not list its clients under each other"),
        (workspace.replacing("Shop", with: "Farm"), "give this one another name with --name"),
        (workspace.replacing("Shop", with: "Farm").replacing("b.yaml", with: "c.yaml"), "for c.yaml already"),
    ])
    func refusesWhatItWouldDisturb(before: String, part: String) throws {
        let template = WorkspaceTemplate(name: "Farm", spec: "c.yaml")
        let problem = #expect(throws: WorkspaceProblem.self) {
            try WorkspaceAddition(of: template, to: Array(before.utf8), in: "")
        }
        #expect(problem?.text.contains(part) == true, "\(problem?.text ?? "")")
    }
}
