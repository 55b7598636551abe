import ApusEmission
import TestSupport
import Testing

@testable import ApusPipeline

struct OutputFolderTests {
    private let temporary: TemporaryFolder
    private let folder: OutputFolder

    init() throws {
        temporary = try TemporaryFolder()
        folder = OutputFolder(path: temporary.path + "/out")
    }

    private func files(_ files: KeyValuePairs<String, String>) -> [GeneratedFile] {
        files.map { GeneratedFile(path: $0.key, contents: $0.value) }
    }

    @Test func writesOnlyWhatChanged() throws {
        let first = try folder.write(files(["Client.swift": "1", "Models/Pet.swift": "2"]))
        #expect(first == OutputFolder.Changes(written: ["Client.swift", "Models/Pet.swift"]))
        let before = try temporary.date(of: "out/Client.swift")
        let manifestBefore = try temporary.date(of: "out/.apus-manifest")
        let second = try folder.write(files(["Client.swift": "1", "Models/Pet.swift": "two"]))
        #expect(second == OutputFolder.Changes(written: ["Models/Pet.swift"], unchanged: 1))
        #expect(try temporary.date(of: "out/Client.swift") == before)
        #expect(temporary.read("out/Models/Pet.swift") == "two")
        let third = try folder.write(files(["Client.swift": "1", "Models/Pet.swift": "two"]))
        #expect(third.isEmpty && third.unchanged == 2)
        #expect(manifestBefore != nil)
    }

    @Test func comparingWritesNothing() throws {
        let changes = try folder.compare(with: files(["Client.swift": "1"]))
        #expect(changes.written == ["Client.swift"])
        #expect(!temporary.exists("out"))
    }

    @Test func removesWhatItNoLongerWrites() throws {
        _ = try folder.write(files(["Client.swift": "1", "Models/Deep/Pet.swift": "2", "Models/Owner.swift": "3"]))
        let changes = try folder.write(files(["Client.swift": "1", "Models/Owner.swift": "3"]))
        #expect(changes == OutputFolder.Changes(removed: ["Models/Deep/Pet.swift"], unchanged: 2))
        #expect(!temporary.exists("out/Models/Deep"))
        #expect(temporary.exists("out/Models/Owner.swift"))
    }

    @Test func neverRemovesAFileItDidNotWrite() throws {
        _ = try folder.write(files(["Models/Pet.swift": "1"]))
        try temporary.write("out/Models/Mine.swift", "mine")
        let changes = try folder.write(files(["Client.swift": "2"]))
        #expect(changes.removed == ["Models/Pet.swift"])
        #expect(temporary.read("out/Models/Mine.swift") == "mine")
    }

    @Test func keepsAStaleFileThatSomebodyEdited() throws {
        _ = try folder.write(files(["Client.swift": "1", "Pet.swift": "2"]))
        try temporary.write("out/Pet.swift", "2, and more")
        let changes = try folder.write(files(["Client.swift": "1"]))
        #expect(changes == OutputFolder.Changes(kept: ["Pet.swift"], unchanged: 1))
        #expect(temporary.read("out/Pet.swift") == "2, and more")
        _ = try folder.write(files(["Client.swift": "1"]))
        #expect(temporary.exists("out/Pet.swift"))
    }

    /// On case-insensitive file systems, the two names are one file.
    @Test func aNameThatChangedItsCaseStaysThere() throws {
        _ = try folder.write(files(["pet.swift": "1"]))
        _ = try folder.write(files(["Pet.swift": "1"]))
        #expect(temporary.read("out/Pet.swift") == "1")
        _ = try folder.write(files(["Pet.swift": "1"]))
        #expect(temporary.read("out/Pet.swift") == "1")
    }

    @Test(arguments: ["../escape.swift", "/tmp/apus-escape.swift", "Models/../../escape.swift", ".zshrc", "a\\b"])
    func refusesToLeaveTheFolder(path: String) throws {
        let error = #expect(throws: OutputProblem.self) {
            try folder.write(files(["Client.swift": "1", path: "2"]))
        }
        #expect(error?.description == "cannot place inside the output folder \(path)")
        #expect(!temporary.exists("escape.swift"))
        #expect(!temporary.exists("out"))
    }

    @Test func aForgedManifestRemovesNothingOutside() throws {
        try temporary.write("victim.txt", "a")
        let fingerprint = OutputManifest.digest(of: "a".utf8)
        try temporary.write(
            "out/.apus-manifest", "\(fingerprint)  ../victim.txt\n\(fingerprint)  \(temporary.path)/victim.txt\n")
        #expect(throws: OutputProblem.self) { try folder.write(files(["Client.swift": "1"])) }
        #expect(temporary.read("victim.txt") == "a")
        let forced = OutputFolder(path: folder.path, isForced: true)
        #expect(try forced.write(files(["Client.swift": "1"])).removed.isEmpty)
        #expect(temporary.read("victim.txt") == "a")
    }

    @Test func saysWhyItCannotWrite() throws {
        try temporary.write("out", "a file where the folder should be")
        let error = #expect(throws: OutputProblem.self) { try folder.write(files(["Client.swift": "1"])) }
        #expect(error?.action == "write")
        #expect(error?.description.contains("is a file and not a folder") == true)
        #expect(temporary.read("out") == "a file where the folder should be")
    }
}
