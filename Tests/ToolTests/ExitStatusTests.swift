import Foundation
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
        ["generate", "--spec", "a.yaml", "--output", "b", "--package"],
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

    @Test func aPackageMustKnowWhereApusIs() async throws {
        let outcome = try await Tool.run(["generate", "--spec", "a.yaml", "--output", "b", "--package"])
        #expect(outcome.errors.contains("--apus-path") && outcome.errors.contains("--apus-url"))
    }
}
