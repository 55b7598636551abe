#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The body of a request: nothing, bytes, or a stream of them.
public struct APIBody: Sendable {
    public enum Content: Sendable {
        case none
        case bytes([UInt8])
        case stream(ByteStream)
    }

    public let content: Content
    /// The length in bytes, if known; a stream of unknown length is sent in chunks.
    public let length: Int64?
    /// Whether ``content`` can be sent a second time: after a redirect, a refreshed credential or a retry.
    public let isReplayable: Bool
    /// The callback for the progress of the body; nil: none.
    package var progress: UploadProgress?

    public static let none = APIBody(content: .none, length: 0, isReplayable: true)

    public static func bytes(_ bytes: [UInt8]) -> APIBody {
        APIBody(content: .bytes(bytes), length: Int64(bytes.count), isReplayable: true)
    }

    public static func data(_ data: Data) -> APIBody {
        .bytes([UInt8](data))
    }

    public static func text(_ text: String) -> APIBody {
        .bytes([UInt8](text.utf8))
    }

    /// A streamed body: chunks are read as fast as the connection accepts them.
    ///
    /// - Parameters:
    ///   - pieces: The bytes, in order.
    ///   - length: The number of bytes, if known. A stream with another number of bytes fails the request.
    ///   - isReplayable: Whether `pieces` can be iterated again with the same bytes.
    public static func stream<Pieces: AsyncSequence & Sendable>(
        _ pieces: Pieces, length: Int64? = nil, isReplayable: Bool = false
    ) -> APIBody where Pieces.Element == [UInt8] {
        let stream = (pieces as? ByteStream) ?? ByteStream(pieces)
        return APIBody(content: .stream(stream), length: length, isReplayable: isReplayable)
    }

    public var isEmpty: Bool {
        switch content {
        case .none: true
        case .bytes(let bytes): bytes.isEmpty
        case .stream: false
        }
    }

    /// All bytes; reads a stream to its end.
    public func collect(upTo limit: Int = .max) async throws -> [UInt8] {
        switch content {
        case .none: []
        case .bytes(let bytes): bytes
        case .stream(let stream): try await stream.collect(upTo: limit)
        }
    }
}
