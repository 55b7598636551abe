import ApusDiff
import ApusSource
import Foundation
import Testing

/// Reports of a document that changed in several ways.
struct ReportTests {
    private static let one = DiffCase(
        area: "", kind: "",
        diff: """
             paths:
               /contacts:
                 get:
                   operationId: listContacts
                   parameters:
            -        - { name: limit, in: query, schema: { type: integer, default: 50 } }
            +        - { name: limit, in: query, schema: { type: integer, default: 20 } }
                   responses: { 200: { description: OK, content: { application/json: { schema: { $ref: "#/components/schemas/Contact" } } } } }
            -  /files: { get: { operationId: downloadFile, responses: { 204: { description: Done } } } }
             components:
               schemas:
                 Contact:
                   type: object
                   properties:
            -        custom: { type: string }
            +        custom_fields: { type: string }
                     stage: { $ref: "#/components/schemas/Stage" }
            -    Stage: { type: string, enum: [open, done] }
            +    Stage: { type: string, enum: [open, done, trial] }
            """, expected: "", caller: "")

    private func report(accepting list: AcceptList = AcceptList()) throws -> ChangeReport {
        let (changes, files) = try Self.one.compare()
        return ChangeReport(changes, files: files, accepting: list)
    }

    @Test func textIsAligned() throws {
        #expect(
            try report().text() == """
                breaking   downloadFile was removed                     wire: GET /files               was old.yaml:8
                breaking   Contact.custom is now Contact.customFields   wire: custom → custom_fields   openapi.yaml:13
                           keep the name with rename: { Contact.custom_fields: custom }
                silent     listContacts: limit defaults to 20, was 50                                  openapi.yaml:6
                added      Stage.trial                                  wire: trial                    openapi.yaml:15
                2 breaking, 1 silent, 1 added · a new major version

                """)
    }

    @Test func nothingChangesBetweenEqualDocuments() throws {
        let same = DiffCase(
            area: "", kind: "",
            diff: " paths: {}\n webhooks: { a: { post: { responses: { 204: { description: D } } } } }", expected: "",
            caller: "")
        let (changes, files) = try same.compare()
        #expect(ChangeReport(changes, files: files).text(all: true) == "no change for callers\n")
        #expect(!ChangeReport(changes, files: files).isBreaking)
    }

    /// Lines that move change no fingerprint; another value does.
    @Test func fingerprintsSurviveMovedLines() throws {
        let (changes, _) = try Self.one.compare()
        let moved = DiffCase(
            area: "", kind: "", diff: " # One line more.\n\n" + Self.one.diff, expected: "", caller: "")
        #expect(try moved.compare().changes.map(\.fingerprint) == changes.map(\.fingerprint))
        #expect(Set(changes.map(\.fingerprint)).count == changes.count)
        let other = DiffCase(
            area: "", kind: "", diff: Self.one.diff.replacing("default: 20", with: "default: 10"), expected: "",
            caller: "")
        #expect(try other.compare().changes.map(\.fingerprint) != changes.map(\.fingerprint))
    }

    /// The type of a renamed member is declared under the member's new name.
    @Test func aRenamedMemberTakesItsOwnTypeAlong() throws {
        let diff = """
             paths:
               /pets:
                 get:
                   operationId: listPets
                   parameters:
            -        - { name: sort_by, in: query, schema: { type: string, enum: [name, age] } }
            +        - { name: sort_by_value, in: query, schema: { type: string, enum: [name, age] } }
                   responses: { 204: { description: Done } }
            """
        let (changes, files) = try DiffCase(area: "", kind: "", diff: diff, expected: "", caller: "").compare()
        let report = ChangeReport(changes, files: files)
        let sentences: [String] = [
            "ListPets.SortBy is now ListPets.SortByValue", "listPets takes sortByValue, was sortBy",
        ]
        #expect(report.changes.map(\.sentence).sorted() == sentences)
    }

    @Test func acceptedChangesDoNotBreak() throws {
        let list = try report().acceptList.replacing("reason: \"\"", with: "reason: nobody calls it")
        let accepted = try Self.read(list)
        let report = try report(accepting: accepted)
        #expect(!report.isBreaking)
        #expect(report.summary == "1 added, 3 accepted · a new major version")
        #expect(report.text(all: true).contains("accepted   downloadFile was removed: nobody calls it\n"))
        #expect(report.findUnused(of: accepted).isEmpty)
        #expect(
            report.findUnused(of: try Self.read("- { change: aaaaaaaaaaaaaaaa, reason: gone }")) == ["aaaaaaaaaaaaaaaa"]
        )
    }

    @Test(arguments: [
        ("- change: abc\n  reason: \"\"", "the change abc needs a `reason`"),
        ("a: 1", "the file must be a list of changes"),
        ("- reason: b", "an entry needs a `change`"), ("- 1", "an entry must be a mapping"),
        ("- { change: a, reason: b, why: c }", "an entry has no member \"why\"; it has change, reason and text"),
    ])
    func acceptListsAreChecked(text: String, problem: String) throws {
        let error = #expect(throws: AcceptList.Problem.self) { try Self.read(text) }
        #expect(error?.text == problem)
    }

    private static func read(_ text: String) throws -> AcceptList {
        let files = SourceFiles()
        return try AcceptList(try files.parse(files.add(path: "accepted.yaml", bytes: Array(text.utf8))))
    }

    @Test func jsonHasEveryChange() throws {
        let root = try #require(try JSONSerialization.jsonObject(with: Data(try report().json.utf8)) as? [String: Any])
        #expect(root["version"] as? String == "major")
        let changes = try #require(root["changes"] as? [[String: Any]])
        let kinds: [String] = [
            "operation-removed", "property-renamed", "parameter-default-changed", "enum-case-added",
        ]
        #expect(changes.compactMap { $0["kind"] as? String } == kinds)
        #expect(changes[0]["version"] as? String == "old")
        #expect(changes[1]["suggestion"] as? String == "rename: { Contact.custom_fields: custom }")
        #expect(changes[1]["line"] as? Int == 13)
    }

    @Test func sarifHasLevels() throws {
        let text = try report().sarif(toolVersion: "1.0.0")
        let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let run = try #require((root["runs"] as? [[String: Any]])?.first)
        let results = try #require(run["results"] as? [[String: Any]])
        let levels: [String] = ["error", "error", "warning", "note"]
        #expect(results.compactMap { $0["level"] as? String } == levels)
    }

    @Test func markdownHasATableForEachEffect() throws {
        let text = try report().markdown()
        #expect(text.hasPrefix("**2 breaking, 1 silent, 1 added · a new major version**\n\n### Breaking"))
        #expect(text.contains("| downloadFile was removed | GET /files | <code>was old.yaml:8</code> |\n"))
    }

    @Test func pagesAreSelfContained() throws {
        let page = try report().html
        #expect(page.hasPrefix("<!doctype html>") && page.hasSuffix("</html>\n"))
        for word in ["http:", "https:", "src=", "<link", "@import", "url("] { #expect(!page.contains(word), "\(word)") }
        #expect(page.contains("prefers-color-scheme: dark"))
        for change in try report().changes { #expect(page.contains("id=\"c\(change.fingerprint)\"")) }
    }

    /// Text of a document in every position that a report prints.
    @Test func hostileTextIsEscaped() throws {
        let evil = #"</code><script>alert(1)</script>"' | [a](b) `c`"#
        let diff = """
             paths:
               /a:
                 get:
                   operationId: list
                   parameters:
            -        - { name: limit, in: query, schema: { type: string, default: x } }
            +        - { name: limit, in: query, schema: { type: string, default: \(Self.quote(evil + "\u{1B}[31m\n\u{202E}")) } }
                   responses: { 204: { description: Done } }
            +  "/{evil}/</script><b>": { get: { operationId: evil, parameters: [{ name: evil, in: path, required: true, schema: { type: string } }], responses: { 204: { description: D } } } }
            """
        let (changes, files) = try DiffCase(area: "", kind: "", diff: diff, expected: "", caller: "").compare()
        let report = ChangeReport(changes, files: files)
        #expect(changes.count == 2)
        #expect(!report.html.contains("<script>alert") && !report.html.contains("<b>"))
        #expect(!report.markdown().contains("<script>") && !report.markdown().contains("[a](b)"))
        for text in [report.text(), report.markdown(), report.html, report.json, report.acceptList] {
            #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
        }
        _ = try Self.read(report.acceptList.replacing("reason: \"\"", with: "reason: a"))
    }

    private static func quote(_ text: String) -> String {
        let json = (try? JSONEncoder().encode(text)) ?? Data()
        return String(decoding: json, as: UTF8.self)
    }
}
