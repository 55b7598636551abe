import Foundation
import TestSupport
import Testing

/// `apus diff` as a process: where documents come from, what is printed, and how it ends.
struct DiffCommandTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try write("old.yaml", Self.document("listPets"))
        try write("new.yaml", Self.document("findPets"))
    }

    private static func document(_ method: String) -> String {
        """
        openapi: 3.1.0
        info: { title: Shop, version: "1" }
        paths: { /pets: { get: { operationId: \(method), responses: { "204": { description: Done } } } } }

        """
    }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    @Test func aBreakingChangeIsOne() async throws {
        let outcome = try await Tool.run(["diff", "old.yaml", "new.yaml"], in: folder)
        #expect(outcome.status == 1)
        #expect(
            outcome.output == """
                breaking   listPets is now findPets   new.yaml:3
                           keep the name with rename: { findPets: listPets }
                1 breaking · a new major version

                """)
        #expect(outcome.errors.isEmpty)
    }

    @Test func noChangeIsNone() async throws {
        let outcome = try await Tool.run(
            ["diff", "old.yaml", "-"], in: folder, input: folder.appending(path: "old.yaml"))
        #expect(outcome.status == 0)
        #expect(outcome.output == "no change for callers\n")
    }

    @Test func anAcceptedChangeIsNone() async throws {
        let list = try await Tool.run(["diff", "old.yaml", "new.yaml", "--format", "accept"], in: folder)
        try write("accepted.yaml", list.output)
        let refused = try await Tool.run(["diff", "old.yaml", "new.yaml", "--accept", "accepted.yaml"], in: folder)
        #expect(refused.status == 2)
        #expect(refused.errors.contains("accepted.yaml:1:3: the change") && refused.errors.contains("needs a `reason`"))
        try write("accepted.yaml", list.output.replacing("reason: \"\"", with: "reason: it is only us"))
        let outcome = try await Tool.run(["diff", "old.yaml", "new.yaml", "--accept", "accepted.yaml"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output == "1 accepted · a new major version\n")
    }

    @Test(arguments: ["text", "markdown", "json", "sarif", "html"]) func everyFormatIsPrinted(format: String)
        async throws
    {
        let outcome = try await Tool.run(["diff", "old.yaml", "new.yaml", "--format", format], in: folder)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("findPets") && outcome.output.hasSuffix("\n"))
    }

    @Test func anOverlayTurnsOneDocumentIntoTheOther() async throws {
        let overlay = try await Tool.run(["overlay", "diff", "old.yaml", "new.yaml"], in: folder)
        #expect(overlay.status == 0 && overlay.output.hasPrefix("overlay: \"1.0.0\"\n"), "\(overlay)")
        try write("fix.yaml", overlay.output)
        let patched = try await Tool.run(["dump", "document", "old.yaml", "--overlay", "fix.yaml"], in: folder)
        let wanted = try await Tool.run(["dump", "document", "new.yaml"], in: folder)
        #expect(patched.output == wanted.output)
        let equal = try await Tool.run(["overlay", "diff", "old.yaml", "old.yaml"], in: folder)
        #expect(equal.status == 0 && equal.output.isEmpty && equal.errors.contains("the documents are equal"))
        #expect(try await Tool.run(["overlay", "diff", "old.yaml", "none.yaml"], in: folder).status == 1)
        #expect(try await Tool.run(["overlay", "diff", "-", "-"], in: folder).status == 2)
    }

    @Test func configurationApplies() async throws {
        try write(
            "apus.yaml", "clients: [{ name: Shop, spec: new.yaml, output: out, rename: { findPets: listPets } }]\n")
        let outcome = try await Tool.run(["diff", "old.yaml", "new.yaml", "--client", "Shop"], in: folder)
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output == "no change for callers\n")
    }

    @Test(arguments: [
        ["-", "-"], ["old.yaml", "new.yaml", "--format", "pdf"], ["old.yaml", "new.yaml", "--client", "Nobody"],
        ["git:HEAD", "new.yaml"], ["old.yaml", "new.yaml", "--accept", "nothing.yaml"], ["old.yaml"],
        ["old.yaml", "new.yaml", "--client", "Shop", "--name", "Shop"],
    ])
    func whatCannotBeUsedIsUsage(arguments: [String]) async throws {
        let outcome = try await Tool.run(["diff"] + arguments, in: folder)
        #expect(outcome.status == 2, "\(outcome.errors)")
        #expect(outcome.output.isEmpty && !outcome.errors.isEmpty)
    }

    @Test(arguments: [
        ("nothing.yaml", "[missing-file]"), ("file:///nothing%20there.yaml", "[missing-file]"),
        ("http://127.0.0.1:1/a.yaml", "the host does not respond [failed-fetch]"),
        ("ftp://127.0.0.1/a.yaml", "a document is a path, - for standard input, or a file:, http: or https: address"),
    ])
    func aDocumentThatCannotBeReadIsAFinding(document: String, words: String) async throws {
        let outcome = try await Tool.run(["diff", document, "new.yaml"], in: folder)
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty && outcome.errors.contains(words), "\(outcome.errors)")
    }
}
