import ApusPlatform
import ApusRuntime
import Foundation
import Testing

/// A stream that is saved becomes a whole file or none.
struct FileSaveTests {
    private struct Broken: Error {}

    private let folder = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)

    private func inFolder(_ body: (_ path: String) async throws -> Void) async throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder.appending(path: "copy.mov").path)
    }

    private func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }

    private var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted() }

    private func broken(after text: String) -> ByteStream {
        ByteStream(starting: {
            var isFirst = true
            return {
                defer { isFirst = false }
                if isFirst { return Array(text.utf8) }
                throw Broken()
            }
        })
    }

    @Test func savesWhereNothingIs() async throws {
        try await inFolder { path in
            let count = try await ByteStream(Array("new".utf8)).save(to: path)
            #expect(count == 3)
            #expect(text(path) == "new" && names == ["copy.mov"])
        }
    }

    @Test func aFileThatIsThereStays() async throws {
        try await inFolder { path in
            try Data("mine".utf8).write(to: URL(filePath: path))
            let isAsked = Lock(false)
            let stream = ByteStream(starting: {
                isAsked.withLock { $0 = true }
                return { nil }
            })
            let problem = await #expect(throws: FileProblem.self) { try await stream.save(to: path) }
            #expect(problem?.code == EEXIST && problem?.path == path)
            #expect(problem?.description.contains("replaced only where that is asked for") == true)
            #expect(text(path) == "mine" && names == ["copy.mov"] && !isAsked.withLock { $0 })
        }
    }

    @Test func replacesWhereAsked() async throws {
        try await inFolder { path in
            try Data("mine".utf8).write(to: URL(filePath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            try await ByteStream(Array("new".utf8)).save(to: path, replacing: true)
            #expect(text(path) == "new" && names == ["copy.mov"])
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
            #expect(mode?.intValue == 0o600)
            try await ByteStream(Array("first".utf8)).save(to: path + "2", replacing: true)
            #expect(text(path + "2") == "first")
        }
    }

    @Test(arguments: [false, true]) func aFailureLeavesNothing(isThere: Bool) async throws {
        try await inFolder { path in
            if isThere { try Data("mine".utf8).write(to: URL(filePath: path)) }
            await #expect(throws: Broken.self) { try await broken(after: "half").save(to: path, replacing: isThere) }
            #expect(text(path) == (isThere ? "mine" : nil) && names == (isThere ? ["copy.mov"] : []))
        }
    }

    /// Between the first byte and the last another process makes a file of that name.
    @Test func aFileThatCameMeanwhileStays() async throws {
        try await inFolder { path in
            let stream = ByteStream(starting: {
                var isFirst = true
                return {
                    defer { isFirst = false }
                    if isFirst { return Array("new".utf8) }
                    try Data("mine".utf8).write(to: URL(filePath: path))
                    return nil
                }
            })
            let problem = await #expect(throws: FileProblem.self) { try await stream.save(to: path) }
            #expect(problem?.code == EEXIST && text(path) == "mine" && names == ["copy.mov"])
        }
    }

    @Test func aLinkKeepsItsPath() async throws {
        try await inFolder { path in
            let link = path + ".link"
            try Data("mine".utf8).write(to: URL(filePath: path))
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
            await #expect(throws: FileProblem.self) { try await ByteStream([1]).save(to: link) }
            try await ByteStream(Array("new".utf8)).save(to: link, replacing: true)
            let target = try FileManager.default.destinationOfSymbolicLink(atPath: link)
            #expect(text(path) == "new" && target == path)
        }
    }

    @Test func devicesTakeWhatComes() async throws {
        let count = try await ByteStream([1, 2]).save(to: "/dev/null")
        #expect(count == 2)
    }

    @Test(arguments: ["", "/", "/tmp/", "/no/such/folder/file"]) func locationsWithoutFile(path: String) async {
        let problem = await #expect(throws: FileProblem.self) { try await ByteStream([1]).save(to: path) }
        #expect(problem?.path == path && problem?.reason.isEmpty == false)
    }
}
