import Foundation
import TestSupport
import Testing

/// Runs of the real tool that are killed, run concurrently, or get endless input.
@Suite(.timeLimit(.minutes(10))) struct RunTests {
    /// A document of many files: each schema is long enough for a file of its own.
    private static func document(_ prefix: String, schemas: Int) -> String {
        let members = (0..<40).map { "        member\($0): { type: string }\n" }.joined()
        let all = (0..<schemas).map { "    \(prefix)\($0):\n      type: object\n      properties:\n\(members)" }
            .joined()
        let paths = "{ /a: { get: { operationId: a, responses: { '204': { description: None } } } } }"
        return "openapi: 3.1.0\ninfo: { title: Many, version: 1.0.0 }\npaths: \(paths)\ncomponents:\n  schemas:\n\(all)"
    }

    private static func arguments(_ spec: String) -> [String] {
        ["generate", "--spec", spec, "--output", "out", "--name", "Many", "--quiet"]
    }

    private static let workspace = "clients: [{ name: Many, spec: a.yaml, output: out, keepUnusedTypes: true }]"

    @Test func whatAKilledRunLeftIsGoneAfterTheNext() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.yaml", Self.document("First", schemas: 150))
        try folder.write("b.yaml", Self.document("Second", schemas: 30))
        try folder.write("apus.yaml", Self.workspace)
        try folder.write("other.yaml", Self.workspace.replacing("a.yaml", with: "b.yaml"))
        var left = 0
        for round in 0..<6 {
            let run = try Tool.start(["generate"], in: folder.url)
            // Until it has begun to write, and then a little longer each time.
            let list = folder.url.appending(path: "out/.apus-manifest").path
            while run.isRunning, !FileManager.default.fileExists(atPath: list) { usleep(500) }
            usleep(UInt32(round) * 8_000)
            kill(run.processIdentifier, SIGKILL)
            run.waitUntilExit()
            if FileManager.default.fileExists(atPath: list) {
                let output = try folder.output()
                if output.there.contains(where: { $0.contains("First") }) { left += 1 }
                #expect(output.there.filter { $0.hasSuffix(".swift") }.isSubset(of: output.listed))
            }
            let next = try await Tool.run(["generate", "--workspace", "other.yaml"], in: folder.url)
            #expect(next.status == 0, "\(next.output)\(next.errors)")
            let output = try folder.output()
            #expect(output.there == output.listed && !output.there.contains { $0.contains("First") })
            #expect(try await Tool.run(["check", "--workspace", "other.yaml"], in: folder.url).status == 0)
            try FileManager.default.removeItem(at: folder.url.appending(path: "out"))
        }
        #expect(left > 0, "no run was killed while it wrote")
    }

    @Test func runsAtTheSameTimeTakeTurns() async throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b", "c"] {
            try folder.write("\(name).yaml", Self.document(name.uppercased(), schemas: 80))
            try folder.write("\(name).apus.yaml", Self.workspace.replacing("a.yaml", with: "\(name).yaml"))
        }
        for _ in 0..<3 {
            let outcomes = try await withThrowingTaskGroup(of: ChildProcess.self) { [url = folder.url] group in
                for name in ["a", "b", "c"] {
                    group.addTask { try await Tool.run(["generate", "--workspace", "\(name).apus.yaml"], in: url) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.allSatisfy { $0.status == 0 }, "\(outcomes)")
            let output = try folder.output()
            #expect(output.there == output.listed)
        }
    }

    @Test func strayFilesAreNamed() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.yaml", Self.document("Pet", schemas: 1))
        try folder.write("apus.yaml", Self.workspace)
        #expect(try await Tool.run(["generate"], in: folder.url).status == 0)
        #expect(try await Tool.run(["check"], in: folder.url).status == 0)
        try folder.write("out/Stray.swift", "let stray = 1\n")
        let check = try await Tool.run(["check"], in: folder.url)
        #expect(check.status == 1 && check.output.contains("Stray.swift"))
        let again = try await Tool.run(["generate"], in: folder.url)
        #expect(again.status == 0 && again.output.contains("Stray.swift"))
    }

    @Test func linksLeadNowhere() async throws {
        let folder = try TemporaryFolder()
        try folder.write("victim.txt", "mine")
        let checkout = folder.url.appending(path: "checkout")
        try FileManager.default.createDirectory(at: checkout, withIntermediateDirectories: true)
        try folder.write("checkout/a.yaml", Self.document("Pet", schemas: 1))
        try folder.write("checkout/apus.yaml", Self.workspace)
        try FileManager.default.createSymbolicLink(atPath: checkout.path + "/out", withDestinationPath: "..")
        for arguments in [
            ["generate"], ["check"], ["generate", "--force"], ["generate", "--spec", "a.yaml", "--output", "out"],
        ] {
            let outcome = try await Tool.run(arguments, in: checkout)
            #expect(outcome.status == 1 && outcome.output.contains("--allow-outside"), "\(outcome)")
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["checkout", "victim.txt"])
        let permitted = try await Tool.run(["generate", "--allow-outside"], in: checkout)
        #expect(permitted.status == 0)
        #expect(FileManager.default.fileExists(atPath: folder.url.path + "/ManyClient.swift"))
    }

    /// For every read file: a pipe without a writer, an endless device, a socket.
    @Test(arguments: ["pipe", "device", "folder"]) func onlyRegularFilesAreRead(kind: String) async throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "thing.yaml").path
        switch kind {
        case "pipe": #expect(mkfifo(path, 0o600) == 0)
        case "device": try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
        default: try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        let templates = folder.url.appending(path: "templates")
        try FileManager.default.createDirectory(at: templates, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: templates.path + "/struct.mustache", withDestinationPath: path)
        try folder.write(
            "a.yaml", Self.document("Pet", schemas: 1).replacing("type: string }\n", with: "$ref: thing.yaml }\n"))
        try folder.write("plain.yaml", Self.document("Pet", schemas: 1))
        try folder.write("templates.yaml", "clients: [{ name: Many, spec: plain.yaml, templates: templates }]")
        let commands = [
            ["lint", "thing.yaml"], ["lint", "plain.yaml", "--overlay", "thing.yaml"], ["lint", "--strict", "a.yaml"],
            ["generate", "--workspace", "thing.yaml"], ["generate", "--workspace", "templates.yaml"],
            ["generate", "--spec", "plain.yaml", "--output", "out", "--generator-config", "thing.yaml"],
        ]
        for arguments in commands {
            let outcome = try await Tool.run(arguments, in: folder.url)
            #expect(outcome.status != 0, "\(arguments)")
            let text = outcome.output + outcome.errors
            // A template that is a link is refused for its path before it is opened.
            let reasons = [kind == "folder" ? "directory" : "it is not a regular file", "reference", "--allow-outside"]
            #expect(reasons.contains { text.contains($0) }, "\(arguments): \(text)")
        }
    }

    @Test func aDocumentComesOnStandardInput() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.yaml", Self.document("Pet", schemas: 1))
        let input = folder.url.appending(path: "a.yaml")
        let lint = try await Tool.run(["lint", "-"], in: folder.url, input: input)
        #expect(lint.status == 0, "\(lint)")
        let generate = try await Tool.run(Self.arguments("-"), in: folder.url, input: input)
        #expect(generate.status == 0, "\(generate)")
        #expect(FileManager.default.fileExists(atPath: folder.url.path + "/out/ManyClient.swift"))
    }
}

extension TemporaryFolder {
    /// All files of the output but the list of them, and those that the list names.
    func output() throws -> (there: Set<String>, listed: Set<String>) {
        let folder = url.appending(path: "out")
        let list = try String(contentsOf: folder.appending(path: ".apus-manifest"), encoding: .utf8)
        let listed = list.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { String($0.dropFirst(18)) }
        let all = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { name in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: folder.appending(path: name).path, isDirectory: &isFolder)
            return !isFolder.boolValue && name != ".apus-manifest"
        }
        return (Set(all), Set(listed))
    }
}
