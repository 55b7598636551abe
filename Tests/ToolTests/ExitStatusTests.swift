import Foundation
import TestSupport
import Testing

/// 0 fine, 1 findings, 2 a command line, a workspace or a name that cannot be used.
struct ExitStatusTests {
    @Test(arguments: [["--version"], ["--help"], ["lint", "--help"], ["explain", "duplicate-key"]])
    func whatWasAskedForIsFine(arguments: [String]) async throws {
        let outcome = try await Tool.run(arguments)
        #expect(outcome.status == 0)
        #expect(!outcome.output.isEmpty && outcome.errors.isEmpty)
    }

    @Test(arguments: [
        ["generate", "--nonsense"], ["lint", "--workspace", "no-such-file.yaml"], ["nonsense"],
        ["dump", "nonsense", "openapi.yaml"],
        ["generate", "--spec", "openapi.yaml"], ["explain", "nonsense"], ["generate", "NoSuchClient"],
        ["generate", "--workspace", "no-such-file.yaml"],
        ["generate", "--spec", "a.yaml", "--output", "b", "--package", "--apus-path", "c", "--apus-url", "d"],
        ["generate", "--spec", "a.yaml", "--output", "b", "--apus-path", "c"],
        ["generate", "--spec", "a.yaml", "--output", "b", "--name", "../evil"], ["init", "--name", "1; evil"],
    ])
    func whatCannotBeUsedIsUsage(arguments: [String]) async throws {
        let outcome = try await Tool.run(arguments)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty && !outcome.errors.isEmpty)
    }

    @Test func findingsAreOne() async throws {
        let outcome = try await Tool.run(["lint", "specs/invalid/not-openapi/openapi.yaml"])
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("[not-openapi]"))
    }

    @Test func severalDocumentsAreExamined() async throws {
        let documents = ["specs/developer-api/swagger.json", "specs/invalid/other-spelling/openapi.yaml"]
        let text = try await Tool.run(["lint"] + documents)
        #expect(text.status == 0 && text.output.hasPrefix("\(documents[0]): no findings"))
        #expect(text.output.contains("[other-spelling]"))
        #expect(try await Tool.run(["lint", "--quiet"] + documents).output == "")
        let json = try await Tool.run(["lint", "--format", "json", "--strict"] + documents)
        #expect(json.status == 1)
        #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [[String: Any]])
        let sarif = try await Tool.run(["lint", "--format", "sarif"] + documents)
        let log = try JSONSerialization.jsonObject(with: Data(sarif.output.utf8)) as? [String: Any]
        #expect((log?["runs"] as? [Any])?.count == 2)
        let github = try await Tool.run(["lint", "--format", "github"] + documents)
        #expect(github.output.hasPrefix("::warning file=\(documents[1]),line=7,col=5,title=other-spelling::"))
    }

    @Test func documentsOfTheWorkspaceAreExamined() async throws {
        let all = try await Tool.run(["lint"])
        #expect(all.status == 0 && all.output.split(separator: "\n").count == 4)
        let one = try await Tool.run(["lint", "--client", "DeveloperAPI"])
        #expect(one.output == "specs/developer-api/swagger.json: no findings\n")
    }

    @Test func correctionsBecomeAnOverlay() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let overlay = folder.appending(path: "fixes.yaml").path
        let spec = "specs/invalid/optional-path-parameter/openapi.yaml"
        let arguments = ["lint", spec, "--write-overlay", overlay]
        #expect(try await Tool.run(arguments).errors.hasPrefix("wrote \(overlay) with 1 correction;"))
        #expect(try await Tool.run(arguments).status == 2)
        let mended = try await Tool.run(["lint", spec, "--overlay", overlay])
        #expect(mended.output.hasPrefix("\(spec): no findings"))
        let document = try await Tool.run(["dump", "document", spec, "--overlay", overlay])
        #expect(document.output.contains("required: true"))
    }

    @Test func aPackageDependsOnTheCheckoutOfTheTool() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let output = folder.path(percentEncoded: false)
        let outcome = try await Tool.run(
            ["generate", "--spec", "specs/developer-api/swagger.json", "--output", output, "--package"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let manifest = try String(contentsOf: folder.appending(path: "Package.swift"), encoding: .utf8)
        let checkout = Repository.url(of: "").resolvingSymlinksInPath().path(percentEncoded: false)
        #expect(manifest.contains("path: \"\(checkout.hasSuffix("/") ? String(checkout.dropLast()) : checkout)"))
    }

    @Test func aPackageMustKnowWhereApusIs() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let copy = folder.appending(path: "apus")
        try FileManager.default.copyItem(at: Tool.executable, to: copy)
        let outcome = try await Tool.run(
            ["generate", "--spec", "a.yaml", "--output", "b", "--package"], executable: copy)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("--apus-path") && outcome.errors.contains("--apus-url"))
    }

    @Test(arguments: [
        ("genrate", "apus generate"), ("chek", "apus check"), ("xyzzy", "the commands are generate"),
        ("templates lst", "apus templates list"), ("templates xyzzy", "the commands are list"),
    ])
    func aMisspeltCommandIsNamed(line: String, advice: String) async throws {
        let words = line.split(separator: " ").map(String.init)
        let outcome = try await Tool.run(words)
        #expect(outcome.status == 2 && outcome.output.isEmpty)
        #expect(outcome.errors.contains("there is no command \"\(words.last ?? "")\"; "))
        #expect(outcome.errors.contains(advice))
    }

    @Test(arguments: [("dump speck a.yaml", "did you mean \"spec\"?"), ("explain xyzzy", "lists all of them")])
    func aMisspeltWordIsNamed(line: String, advice: String) async throws {
        let outcome = try await Tool.run(line.split(separator: " ").map(String.init))
        #expect(outcome.status == 2 && outcome.errors.contains(advice), "\(outcome.errors)")
    }

    @Test func theCheckoutOfAPackageIsChecked() async throws {
        let outcome = try await Tool.run(
            ["generate", "--spec", "a.yaml", "--output", "b", "--package", "--apus-path", "specs"])
        #expect(outcome.status == 2 && outcome.errors.contains("\"specs\", which is no checkout of Apus"))
    }

    @Test func aDocumentWithoutContentIsNamed() async throws {
        let outcome = try await Tool.run(["generate", "--spec", "/dev/null", "--output", "b"])
        #expect(outcome.status == 1 && outcome.output.contains("/dev/null: nothing written"))
        let input = Repository.url(of: "specs/invalid/not-openapi/openapi.yaml")
        let piped = try await Tool.run(["generate", "--spec", "-", "--output", "b"], input: input)
        #expect(piped.status == 1 && piped.output.contains("standard input: nothing written"))
    }

    @Test func initOverwritesNothing() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        #expect(try await Tool.run(["init"], in: folder).status == 0)
        try Data("mine".utf8).write(to: folder.appending(path: "apus.yaml"))
        let again = try await Tool.run(["init"], in: folder)
        #expect(again.status == 2 && again.errors.contains("there is an apus.yaml already"))
        try FileManager.default.removeItem(at: folder.appending(path: "apus.yaml"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.appending(path: "apus.yaml").path, withDestinationPath: "elsewhere.yaml")
        #expect(try await Tool.run(["init"], in: folder).status == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["apus.yaml"])
    }

    @Test func aFileOfTheUsersStopsGenerating() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: folder.appending(path: "Servers.swift"))
        let spec = Repository.url(of: "specs/developer-api/swagger.json").path
        let arguments = ["generate", "--spec", spec, "--output", "."]
        let refused = try await Tool.run(arguments, in: folder)
        #expect(refused.status == 1 && refused.output.contains("Servers.swift (Apus did not write it)"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["Servers.swift"])
        #expect(try await Tool.run(arguments + ["--force"], in: folder).status == 0)
        #expect(try await Tool.run(arguments, in: folder).status == 0)
    }
}
