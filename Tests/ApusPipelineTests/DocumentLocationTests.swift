import TestSupport
import Testing

@testable import ApusPipeline

struct DocumentLocationTests {
    @Test(
        arguments: [
            ("-", .standardInput), ("openapi.yaml", .file("openapi.yaml")), ("/a/b c.yaml", .file("/a/b c.yaml")),
            ("file:///a/b%20c.yaml", .file("/a/b c.yaml")), ("file:/a/b.yaml", .file("/a/b.yaml")),
            ("file://localhost/a.yaml", .file("/a.yaml")), ("FILE:a.yaml", .file("a.yaml")),
            ("https://example.com/a.yaml?b=c", .address("https://example.com/a.yaml?b=c")),
            ("HTTP://example.com", .address("http://example.com")), ("C:\\specs\\a.yaml", .file("C:\\specs\\a.yaml")),
            ("specs/a:b.yaml", .file("specs/a:b.yaml")), ("", .file("")),
        ] as [(String, DocumentLocation)])
    func resolves(text: String, location: DocumentLocation) {
        #expect(DocumentLocation(text) == location)
    }

    @Test(arguments: [
        ("ftp://example.com/a.yaml", "file:, http: or https: address"), ("https:///a.yaml", "names no host"),
        ("http:", "names no host"), ("file://server/a.yaml", "a file of this machine"),
        ("javascript:alert(1)", "file:, http: or https: address"),
    ])
    func saysWhatItCannotRead(text: String, part: String) {
        guard case .unreadable(let reason) = DocumentLocation(text) else {
            Issue.record("\(text) is \(DocumentLocation(text))")
            return
        }
        #expect(reason.contains(part))
    }

    /// Generated code is committed, and an address may contain a password or a key.
    @Test(arguments: [
        ("https://ada:secret@example.com/a.yaml", "https://example.com/a.yaml"),
        ("https://example.com/a.yaml?key=secret#top", "https://example.com/a.yaml"),
        ("https://example.com/@me/a.yaml", "https://example.com/@me/a.yaml"),
        ("http://example.com", "http://example.com"),
    ])
    func commentsHaveNoSecret(address: String, shown: String) {
        #expect(Workspace(folder: "", clients: []).show(address) == shown)
    }

    @Test func theHostOfTheDocumentIsAllowed() throws {
        let client = ClientConfiguration(name: "Pets", spec: "https://Example.com:8443/a/pets.yaml", output: "out")
        let findings = Inspection.lint(client) { address, hosts, _ in
            #expect(hosts == ["example.com:8443"])
            guard address == "https://Example.com:8443/a/pets.yaml" else {
                #expect(address == "https://Example.com:8443/a/owner.yaml")
                return Array("{ type: object, properties: { name: { type: string } } }".utf8)
            }
            return Array(
                """
                openapi: 3.1.0
                info: { title: Pets, version: 1.0.0 }
                paths: { /a: { get: { operationId: a, responses: { '200': { description: It., content: { application/json: { schema: { $ref: owner.yaml } } } } } } } }
                """.utf8)
        }
        #expect(findings.text == "")
    }

    @Test func withoutANetworkNothingIsFetched() {
        let client = ClientConfiguration(name: "Pets", spec: "https://example.com/pets.yaml", output: "out")
        #expect(Inspection.lint(client).text.contains("this run has no network [failed-fetch]"))
    }

    @Test func anEmptyFileIsEmpty() throws {
        let temporary = try TemporaryFolder()
        try temporary.write("empty.yaml", "")
        let client = ClientConfiguration(name: "Pets", spec: temporary.path + "/empty.yaml", output: "out")
        #expect(Inspection.lint(client).text.contains("this is not an OpenAPI document: the file has no content"))
    }
}
