internal import ApusRuntime
internal import Foundation

/// A streamed body in a temporary file, which is removed after its last use.
final class SpooledBody: Sendable {
    let url: URL

    init(_ stream: ByteStream, length: Int64?, watchdog: Watchdog) async throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("apus-\(UUID().uuidString).body")
        var count: Int64 = 0
        do {
            let file = try FileDescriptor.open(creating: url.path)
            for try await piece in stream {
                try file.write(piece)
                count += Int64(piece.count)
                watchdog.touch()
                try Task.checkCancellation()
            }
        } catch {
            throw RequestBodyFailure(error)
        }
        if let length, length != count {
            throw TransportProblem(.requestBody, "the stream gave \(count) bytes of \(length)")
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }
}
