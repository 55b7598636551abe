import ApusEmission
import TestSupport
import Testing

@testable import ApusPipeline

/// A file that is not Apus's, or was edited, is never overwritten, and then nothing at all is written.
struct OverwriteTests {
    private let temporary: TemporaryFolder
    private let folder: OutputFolder

    init() throws {
        temporary = try TemporaryFolder()
        folder = OutputFolder(path: temporary.path + "/out")
    }

    private func files(_ files: KeyValuePairs<String, String>) -> [GeneratedFile] {
        files.map { GeneratedFile(path: $0.key, contents: $0.value) }
    }

    private func refuse(_ files: [GeneratedFile]) -> String? {
        #expect(throws: OutputProblem.self) { try folder.write(files) }?.description
    }

    @Test func aFileOfTheUsersIsNotOverwritten() throws {
        try temporary.write("out/README.md", "mine")
        let refusal = refuse(files(["Client.swift": "1", "README.md": "2"]))
        #expect(
            refusal
                == "cannot overwrite \(folder.path)/README.md (Apus did not write it): nothing was written; "
                + "move it away, replace it with --force, or choose another --output")
        #expect(temporary.read("out/README.md") == "mine")
        #expect(!temporary.exists("out/Client.swift") && !temporary.exists("out/.apus-manifest"))
    }

    @Test func aHandEditIsNotOverwritten() throws {
        _ = try folder.write(files(["Client.swift": "1", "Models/Pet.swift": "2"]))
        try temporary.write("out/Models/Pet.swift", "2, and more")
        let refusal = try #require(refuse(files(["Client.swift": "new", "Models/Pet.swift": "new"])))
        #expect(refusal.contains("out/Models/Pet.swift (it is not as Apus wrote it)") && !refusal.contains("Client"))
        #expect(temporary.read("out/Client.swift") == "1")
        #expect(temporary.read("out/Models/Pet.swift") == "2, and more")
        let changes = try folder.compare(with: files(["Client.swift": "1", "Models/Pet.swift": "2"]))
        #expect(changes.refused.map(\.path) == ["Models/Pet.swift"] && !changes.isEmpty)
    }

    @Test func whatIsThereAsGeneratedIsFine() throws {
        try temporary.write("out/Client.swift", "1")
        let changes = try folder.write(files(["Client.swift": "1", "Pet.swift": "2"]))
        #expect(changes == OutputFolder.Changes(written: ["Pet.swift"], unchanged: 1))
    }

    @Test func forceReplaces() throws {
        try temporary.write("out/README.md", "mine")
        try temporary.write("out/.apus-manifest", "mine")
        let forced = OutputFolder(path: folder.path, isForced: true)
        #expect(try forced.write(files(["README.md": "1"])).written == ["README.md"])
        #expect(temporary.read("out/README.md") == "1")
        #expect(try folder.write(files(["README.md": "2"])).written == ["README.md"])
    }

    @Test func manyFilesAreCounted() throws {
        let many = (10..<40).map { GeneratedFile(path: "F\($0).swift", contents: "new") }
        for file in many { try temporary.write("out/" + file.path, "mine") }
        let refusal = try #require(refuse(many))
        #expect(refusal.contains("F19.swift") && !refusal.contains("F20.swift") && refusal.contains("and 20 more"))
        #expect(refusal.contains("replace them with --force"))
    }

    @Test func aLinkIsNotReplaced() throws {
        try temporary.write("elsewhere.swift", "mine")
        try temporary.write("out/Other.swift", "")
        try temporary.link("out/Client.swift", to: temporary.path + "/elsewhere.swift")
        try temporary.link("out/Pet.swift", to: temporary.path + "/nothing.swift")
        let refusal = try #require(refuse(files(["Client.swift": "1", "Pet.swift": "2"])))
        #expect(refusal.contains("Client.swift (it is a link)") && refusal.contains("Pet.swift (it is a link)"))
        #expect(temporary.read("elsewhere.swift") == "mine" && !temporary.exists("nothing.swift"))
    }

    @Test func aFileInTheWayOfAFolderIsToldBeforeAnythingIsWritten() throws {
        try temporary.write("out/Models", "mine")
        let refusal = try #require(refuse(files(["Client.swift": "1", "Models/Pet.swift": "2"])))
        #expect(refusal.contains("out/Models is a file and not a folder"))
        #expect(!temporary.exists("out/Client.swift"))
    }

    @Test func aManifestOfSomebodyElseIsNotOverwritten() throws {
        try temporary.write("out/.apus-manifest", "notes of mine\n")
        #expect(refuse(files(["Client.swift": "1"]))?.contains("out/.apus-manifest") == true)
        #expect(temporary.read("out/.apus-manifest") == "notes of mine\n")
    }

    /// A run that ends between two files leaves each in its old or new state; the next run continues.
    @Test func anInterruptedRunIsRepeated() throws {
        _ = try folder.write(files(["Client.swift": "1", "Pet.swift": "1", "Old.swift": "1"]))
        let digests = ["1", "2"].map { OutputManifest.digest(of: $0.utf8) }
        let paths = ["Client.swift", "Pet.swift", "Old.swift"]
        let lines = paths.flatMap { path in digests.map { "\($0)  \(path)\n" } }
        try temporary.write("out/.apus-manifest", "# Written by Apus\n" + lines.joined())
        try temporary.write("out/Client.swift", "2")
        let changes = try folder.write(files(["Client.swift": "3", "Pet.swift": "3"]))
        #expect(changes.written == ["Client.swift", "Pet.swift"] && changes.removed == ["Old.swift"])
    }

    /// Apus wrote both sides of an unresolved merge of the manifest.
    @Test func bothSidesOfAConflictCount() throws {
        let (ours, theirs) = (OutputManifest.digest(of: "ours".utf8), OutputManifest.digest(of: "theirs".utf8))
        try temporary.write(
            "out/.apus-manifest",
            """
            # Written by Apus: what it may remove when it generates again.
            <<<<<<< HEAD
            \(ours)  A.swift
            \(ours)  B.swift
            ||||||| base
            =======
            \(theirs)  A.swift
            \(theirs)  B.swift
            >>>>>>> other branch
            """)
        try temporary.write("out/A.swift", "ours")
        try temporary.write("out/B.swift", "theirs")
        #expect(try folder.write(files(["A.swift": "new", "B.swift": "new"])).written == ["A.swift", "B.swift"])
        #expect(temporary.read("out/.apus-manifest")?.contains("<<<<") == false)
    }
}
