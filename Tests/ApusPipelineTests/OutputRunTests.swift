import ApusEmission
import ApusSource
import TestSupport
import Testing

@testable import ApusPipeline

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Interrupted runs, concurrent runs, and their results.
struct OutputRunTests {
    private let temporary: TemporaryFolder
    private let folder: OutputFolder

    init() throws {
        temporary = try TemporaryFolder()
        folder = OutputFolder(path: temporary.path + "/out")
    }

    private func files(_ names: some Sequence<String>, _ contents: String = "1") -> [GeneratedFile] {
        names.map { GeneratedFile(path: $0, contents: contents) }
    }

    private func disk() throws -> OpenFolder {
        try #require(try OpenFolder.open(folder.location, shownAs: folder.path, creating: true))
    }

    /// Everything in the folder but folders.
    private func names() throws -> Set<String> {
        let all = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return Set(all.filter { !temporary.exists("out/" + $0 + "/.") })
    }

    /// The state after `kill -9` between two files: the manifest lists the planned files, and half a file exists.
    @Test func anotherDocumentRemovesWhatAKilledRunLeft() throws {
        var manifest = OutputManifest()
        let begun = files((0..<50).map { "Models/Type\($0).swift" })
        for file in begun { manifest.add(file.path, file.contents.utf8) }
        try temporary.write("out/.apus-manifest", manifest.text)
        for file in begun.prefix(20) { try temporary.write("out/" + file.path, file.contents) }
        try temporary.write("out/.apus-77aa.part", "half a fi")
        try temporary.write("out/.apus-lock", "# Held by Apus: process 1 on some host\n")
        let changes = try folder.write(files(["Client.swift"]))
        #expect(changes.removed.count == 20 && changes.strays == [])
        #expect(try names() == ["Client.swift", ".apus-manifest"])
    }

    /// Also where the same document is generated again and no file is to be written.
    @Test func leftoversGoWhereNothingElseIsToBeDone() throws {
        _ = try folder.write(files(["Client.swift"]))
        try temporary.write("out/.apus-1.part", "half a fi")
        #expect(try folder.write(files(["Client.swift"])).isEmpty)
        #expect(try names() == ["Client.swift", ".apus-manifest"])
    }

    /// The list is on the disk before the first file is, and names it.
    @Test func theListComesFirst() throws {
        _ = try folder.write(files(["Client.swift"]))
        try temporary.write("out/Models", "a file in the way of a folder that comes later")
        _ = try? folder.write(files(["Client.swift", "Aunt.swift"], "2"))
        let all = files(["Client.swift", "Aunt.swift"], "2") + files(["Models/Pet.swift"])
        #expect(throws: OutputProblem.self) { try folder.write(all) }
        for name in try names() where name.hasSuffix(".swift") {
            #expect(temporary.read("out/.apus-manifest")?.contains("  \(name)\n") == true)
        }
    }

    @Test func straysAreNamed() throws {
        _ = try folder.write(files(["Client.swift", "Models/Pet.swift"]))
        for name in ["Stray.swift", "Models/Old.swift", "Notes/Deep/Other.swift", "notes.txt", ".hidden/No.swift"] {
            try temporary.write("out/" + name, "")
        }
        try temporary.write("out/Nested/.apus-manifest", "")
        try temporary.write("out/Nested/Theirs.swift", "")
        let changes = try folder.compare(with: files(["Client.swift", "Models/Pet.swift"]))
        #expect(changes.strays == ["Models/Old.swift", "Notes/Deep/Other.swift", "Stray.swift"])
        var report = ClientReport(name: "Pets", output: "out", findings: Findings(.init(), files: .init()))
        report.changes = changes
        #expect(!report.isUpToDate && !report.isFailure && report.line.contains("Models/Old.swift"))
        #expect(temporary.exists("out/Stray.swift"))
    }

    @Test func theHolderIsNamed() throws {
        let lock = try OutputLock.acquire(in: disk(), patience: .zero)
        var folder = folder
        folder.patience = .milliseconds(120)
        let clock = ContinuousClock()
        let start = clock.now
        let problem = #expect(throws: OutputProblem.self) { try folder.write(files(["Client.swift"])) }
        #expect(clock.now - start >= .milliseconds(120))
        let text = problem?.description ?? ""
        #expect(
            text.hasPrefix(
                "cannot generate into \(folder.path): process \(ProcessInfo.processInfo.processIdentifier) on "))
        #expect(text.contains("run again"))
        #expect(!temporary.exists("out/Client.swift"))
        lock.release()
        #expect(try folder.write(files(["Client.swift"])).written == ["Client.swift"])
        #expect(try names() == ["Client.swift", ".apus-manifest"])
    }

    @Test func aFileOfTheUsersIsNoLock() throws {
        try temporary.write("out/.apus-lock", "mine")
        let problem = #expect(throws: OutputProblem.self) { try folder.write(files(["Client.swift"])) }
        #expect(problem?.description.contains(".apus-lock: Apus did not write it") == true)
        #expect(temporary.read("out/.apus-lock") == "mine")
        try FileManager.default.removeItem(atPath: folder.path + "/.apus-lock")
        try temporary.write("victim.txt", "mine")
        try temporary.link("out/.apus-lock", to: "../victim.txt")
        #expect(throws: OutputProblem.self) { try folder.write(files(["Client.swift"])) }
        #expect(temporary.read("victim.txt") == "mine")
    }

    /// Whichever run is last, the folder contains one complete output.
    @Test func runsAtTheSameTimeTakeTurns() async throws {
        let folder = folder
        await withTaskGroup(of: String?.self) { group in
            for run in 0..<4 {
                group.addTask {
                    let names = (0..<40).map { "Models/Run\(run)Type\($0).swift" } + ["Client.swift"]
                    let all = names.map { GeneratedFile(path: $0, contents: "\(run)") }
                    do {
                        _ = try folder.write(all)
                        return nil
                    } catch {
                        return "\(error)"
                    }
                }
            }
            for await problem in group { #expect(problem == nil) }
        }
        let last = try #require(temporary.read("out/Client.swift"))
        let expected = Set((0..<40).map { "Models/Run\(last)Type\($0).swift" } + ["Client.swift", ".apus-manifest"])
        #expect(try names() == expected)
    }
}
