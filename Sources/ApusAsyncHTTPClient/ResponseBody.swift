internal import ApusRuntime
internal import AsyncHTTPClient
internal import NIOCore

/// Converts the library's body to a stream.
enum ResponseBody {
    /// - Parameter inflater: Decompresses a compressed body.
    static func stream(
        _ body: HTTPClientResponse.Body, inflater: sending Inflater?, timeout: Duration?, holder: ClientHolder
    ) -> ByteStream {
        let once = Once()
        let decoding = Decoding(inflater)
        return ByteStream(starting: {
            guard once.claim() else { return { throw TransportProblem(.bodyConsumed, "the body was read before") } }
            let cursor = Cursor(body.makeAsyncIterator(), decoding, holder: holder)
            return {
                do {
                    let piece = try await Watchdog.run(timeout) { _ in try await cursor.next() }
                    // A cancelled body appears to have ended.
                    if piece == nil, Task.isCancelled { throw TransportProblem(.cancelled, "") }
                    return piece
                } catch {
                    throw ErrorMapping.problem(error, during: .body)
                }
            }
        })
    }

    /// Moved to the single reader of the body.
    private final class Decoding: @unchecked Sendable {
        let inflater: Inflater?

        init(_ inflater: sending Inflater?) {
            self.inflater = inflater
        }
    }

    /// Only one chunk is requested at a time, although from a child task.
    private final class Cursor: @unchecked Sendable {
        private var iterator: HTTPClientResponse.Body.AsyncIterator
        private let inflater: Inflater?
        private let holder: ClientHolder

        init(_ iterator: HTTPClientResponse.Body.AsyncIterator, _ decoding: Decoding, holder: ClientHolder) {
            self.iterator = iterator
            inflater = decoding.inflater
            self.holder = holder
        }

        func next() async throws -> [UInt8]? {
            guard let inflater else { return try await iterator.next().map { [UInt8](buffer: $0) } }
            while true {
                if let piece = try inflater.next() { return piece }
                guard let buffer = try await iterator.next() else { break }
                inflater.feed([UInt8](buffer: buffer))
            }
            // A cancelled body appears to have ended.
            try Task.checkCancellation()
            try inflater.finish()
            return nil
        }
    }
}
