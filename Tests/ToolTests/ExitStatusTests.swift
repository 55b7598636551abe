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
        ["generate", "--nonsense"], ["lint"], ["nonsense"], ["dump", "nonsense", "openapi.yaml"],
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
        try Data("mine".utf8).write(to: folder.appending(path: "README.md"))
        let spec = Repository.url(of: "specs/developer-api/swagger.json").path
        let arguments = ["generate", "--spec", spec, "--output", "."]
        let refused = try await Tool.run(arguments, in: folder)
        #expect(refused.status == 1 && refused.output.contains("README.md (Apus did not write it)"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["README.md"])
        #expect(try await Tool.run(arguments + ["--force"], in: folder).status == 0)
        #expect(try await Tool.run(arguments, in: folder).status == 0)
    }
}
