import ApusRuntime
import ApusTesting
import Foundation
import Testing

struct RecordingFileTests {
    /// An older recording is replaced, and nothing else.
    @Test func onlyARecordingIsReplaced() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "apus-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try ExchangeRecording().write(to: file)
        try ExchangeRecording().write(to: file)
        #expect(try ExchangeRecording(contentsOf: file).exchanges.isEmpty)
        try Data(#"{"name": "mine"}"#.utf8).write(to: file)
        let problem = #expect(throws: FileProblem.self) { try ExchangeRecording().write(to: file) }
        #expect(problem?.path == file.path)
        #expect(try Data(contentsOf: file) == Data(#"{"name": "mine"}"#.utf8))
    }
}
