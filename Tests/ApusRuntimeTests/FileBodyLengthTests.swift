import ApusRuntime
import Foundation
import Testing

/// The length of a file, determined without the calls for which Apple requires a reason.
struct FileBodyLengthTests {
    @Test(arguments: [0, 1, 65_536, 100_001])
    func filesHaveTheirLength(count: Int) async throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: url) }
        try Data(repeating: 7, count: count).write(to: url)
        let body = try APIBody.file(url.path)
        #expect(body.length == Int64(count))
        #expect(body.isReplayable)
        #expect(try await body.collect() == [UInt8](repeating: 7, count: count))
    }

    /// `/dev/zero` says that it ends at 0, and never does.
    @Test func devicesThatNeverEndHaveNone() throws {
        let body = try APIBody.file("/dev/zero")
        #expect(body.length == nil)
        #expect(!body.isReplayable)
    }

    @Test func foldersHaveNone() throws {
        #expect(try APIBody.file(FileManager.default.temporaryDirectory.path).length == nil)
    }

    @Test func pipesHaveNone() async throws {
        let pipe = Pipe()
        let body = try APIBody.file("/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)")
        #expect(body.length == nil)
        try pipe.fileHandleForWriting.write(contentsOf: Data("abc".utf8))
        try pipe.fileHandleForWriting.close()
        #expect(try await body.collect() == Array("abc".utf8))
    }

    /// A pipe has contents that are read once; what is written into it replaces nothing.
    @Test func pipesTakeWhatComes() async throws {
        let pipe = Pipe()
        let path = "/dev/fd/\(pipe.fileHandleForWriting.fileDescriptor)"
        #expect(try await ByteStream([1, 2]).save(to: path) == 2)
        try pipe.fileHandleForWriting.close()
        #expect(try pipe.fileHandleForReading.readToEnd() == Data([1, 2]))
    }

    @Test func aFileThatIsReplacedKeepsItsPermissions() async throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: url) }
        try Data("old".utf8).write(to: url)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: url.path)
        _ = try await ByteStream(Array("new".utf8)).save(to: url.path, replacing: true)
        #expect(try String(contentsOf: url, encoding: .utf8) == "new")
        let mode = try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o640)
    }

    /// A link to nothing is somebody's; it is replaced only where that is asked for.
    @Test func aLinkToNothingStays() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/no/such/file")
        await #expect(throws: FileProblem.self) { try await ByteStream([1]).save(to: path) }
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == "/no/such/file")
    }
}
