import Foundation
import TestSupport
import Testing

/// `apus call` and `apus mock` hand over to the executables beside the tool.
struct CompanionTests {
    @Test(arguments: ["call", "mock"])
    func theCommandBecomesTheExecutable(name: String) async throws {
        let folder = try TemporaryFolder()
        let tool = folder.url.appending(path: "apus")
        try FileManager.default.copyItem(at: Tool.executable, to: tool)
        let companion = folder.url.appending(path: "apus-" + name)
        try Data("#!/bin/sh\nprintf '%s|' \"$@\"\nexit 7\n".utf8).write(to: companion)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: companion.path)
        let outcome = try await Tool.run([name, "acme", "--help", "a b", "--x=1", "-v"], executable: tool)
        #expect(outcome.status == 7)
        #expect(outcome.output == "acme|--help|a b|--x=1|-v|")
    }

    @Test(arguments: ["call", "mock"])
    func aMissingExecutableIsExplained(name: String) async throws {
        let folder = try TemporaryFolder()
        let tool = folder.url.appending(path: "apus")
        try FileManager.default.copyItem(at: Tool.executable, to: tool)
        let outcome = try await Tool.run([name, "acme"], executable: tool)
        #expect(outcome.status == 2 && outcome.output.isEmpty)
        #expect(outcome.errors.contains("`make \(name)`"))
        #expect(outcome.errors.split(separator: "\n").count == 1)
    }

    @Test func aFileOfTheWorkingFolderIsNotRun() async throws {
        let (own, checkout) = (try TemporaryFolder(), try TemporaryFolder())
        let tool = own.url.appending(path: "apus")
        try FileManager.default.copyItem(at: Tool.executable, to: tool)
        let companion = checkout.url.appending(path: "apus-call")
        try Data("#!/bin/sh\necho run\n".utf8).write(to: companion)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: companion.path)
        let outcome = try await Tool.run(["call"], in: checkout.url, executable: tool)
        #expect(outcome.status == 2 && outcome.output.isEmpty)
    }
}
