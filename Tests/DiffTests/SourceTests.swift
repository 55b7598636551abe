import Foundation
import TestSupport
import Testing

@testable import ApusPipeline

/// Documents from commits. Git itself writes the repositories.
struct SourceTests {
    private final class Folder {
        let url = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)
        var path: String { RealPath(url.path).text }

        init() throws {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            try git("init")
        }

        deinit { try? FileManager.default.removeItem(at: url) }

        func git(_ arguments: String...) throws {
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            var words = ["git", "-C", url.path]
            for setting in ["user.name=A", "user.email=a@example.com", "init.defaultBranch=main", "gc.auto=0"] {
                words += ["-c", setting]
            }
            process.arguments = words + arguments
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, "git \(arguments)")
        }

        func commit(_ path: String, _ text: String) throws {
            let file = url.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            try git("add", "-A")
            try git("commit", "-m", path)
        }
    }

    /// Long enough for differences in a pack, and compressible.
    private static func text(_ number: Int) -> String {
        var text = ""
        for line in 0..<3_000 {
            let value = line &* 2_654_435_761 % 1_000
            text += line == number ? "changed \(number)\n" : "line \(line) \(value)\n"
        }
        return text
    }

    @Test(arguments: [false, true]) func filesOfCommitsAreRead(isPacked: Bool) throws {
        let folder = try Folder()
        for number in 1...5 { try folder.commit("specs/a.yaml", Self.text(number)) }
        try folder.git("tag", "-a", "v5", "-m", "five")
        try folder.git("branch", "feature/x", "HEAD~2")
        if isPacked { try folder.git("gc", "--aggressive", "--prune=now") }
        let repository = try #require(GitRepository(containing: folder.path + "/specs"))
        #expect(repository.root == folder.path)
        let expected: [String: Int] = [
            "HEAD": 5, "main": 5, "v5": 5, "HEAD~1": 4, "HEAD^": 4, "main~4": 1, "feature/x": 3, "v5^^": 3, "@": 5,
        ]
        for (revision, number) in expected {
            let commit = try #require(repository.commit(revision), "\(revision)")
            let bytes = try #require(repository.read("specs/a.yaml", at: commit), "\(revision)")
            #expect(String(decoding: bytes, as: UTF8.self) == Self.text(number), "\(revision)")
            #expect(repository.commit(String(commit.prefix(9))) == commit)
        }
        for revision in ["nothing", "HEAD~9", "HEAD^2", "../config", "HEAD:", ""] where revision != "" {
            #expect(repository.commit(revision) == nil, "\(revision)")
        }
        let head = try #require(repository.commit("HEAD"))
        #expect(repository.read("specs", at: head) == nil && repository.read("specs/b.yaml", at: head) == nil)
        #expect(repository.path(of: folder.path + "/specs/a.yaml") == "specs/a.yaml")
        #expect(repository.path(of: "/elsewhere/a.yaml") == nil)
    }

    @Test func whatNobodyCompressedIsRefused() {
        let hostile: [[UInt8]] = [
            [], [0x78], [0x78, 0x9C], [0x78, 0x9C, 0x07], [0x78, 0x9C, 0x01, 5, 0, 0xFA, 0xFF, 1],
            [0x78, 0x9C, 0x05, 0xFF, 0xFF],
        ]
        for bytes in hostile { #expect(Inflate.decompress(bytes[...], limit: 1_000) == nil) }
        var state: UInt32 = 7
        for _ in 0..<2_000 {
            var bytes: [UInt8] = [0x78]
            for _ in 0..<63 {
                state = state &* 1_664_525 &+ 1_013_904_223
                bytes.append(UInt8(truncatingIfNeeded: state >> 24))
            }
            #expect((Inflate.decompress(bytes[...], limit: 1_000)?.count ?? 0) <= 1_000)
        }
    }

    @Test func sourcesAreTold() {
        for text in ["-", "a/b.yaml", "file:///a/b.yaml", "https://a.test/b"] {
            #expect(DocumentSource(text) == .place(text))
        }
        #expect(DocumentSource("git:main") == .git(revision: "main", path: nil))
        #expect(DocumentSource("git:v1:specs/a.yaml") == .git(revision: "v1", path: "specs/a.yaml"))
    }

    private static func document(_ method: String) -> String {
        """
        openapi: 3.1.0
        info: { title: Shop, version: "1" }
        paths: { /pets: { get: { operationId: \(method), responses: { "200": { $ref: "parts.yaml#/OK" } } } } }

        """
    }

    /// The recorded documents are found in an earlier commit, with their parts.
    @Test func outputRemembersItsDocuments() async throws {
        let folder = try Folder()
        let parts = "OK: { description: OK, content: { application/json: { schema: { type: string } } } }\n"
        try folder.commit("specs/parts.yaml", parts)
        try folder.commit("specs/openapi.yaml", Self.document("listPets"))
        var workspace = Workspace(
            folder: folder.path, clients: [ClientConfiguration(name: "Shop", spec: "specs/openapi.yaml", output: "out")]
        )
        workspace.home = folder.path
        let reports = await Generator.generate(workspace)
        #expect(!reports[0].isFailure, "\(reports[0].line)")
        #expect(
            try RecordedVersion.compare(workspace.clients[0], of: workspace).print(.text) == "no change for callers\n")
        try folder.commit("specs/openapi.yaml", Self.document("findPets"))
        try folder.commit("specs/parts.yaml", parts.replacing("string", with: "integer"))
        let text = try #require(try RecordedVersion.compare(workspace.clients[0], of: workspace).print(.text))
        #expect(text.contains("breaking   listPets is now findPets"), "\(text)")
        #expect(text.contains("breaking   findPets returns Int, was String"), "\(text)")
        try FileManager.default.removeItem(atPath: folder.path + "/.git")
        let problem = #expect(throws: ComparisonProblem.self) {
            try RecordedVersion.compare(workspace.clients[0], of: workspace)
        }
        #expect(problem?.text.contains("is in no git repository") == true)
    }
}
