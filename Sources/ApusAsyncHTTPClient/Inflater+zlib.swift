internal import ApusRuntime
internal import CZlib

/// Decompresses gzip and deflate (RFC 1952 and 1950; RFC 9110, 8.4.1). The only file that calls zlib.
///
/// A compressed byte may expand to a thousand bytes, so data is inflated on demand, at most ``pieceSize`` bytes at a
/// time: expanded data never waits in memory. Supports one reader at a time.
final class Inflater {
    private static let pieceSize = 1 << 16
    /// A window of 32 KiB; the first bytes determine the format.
    private static let windowBits: Int32 = 15 + 32

    /// zlib stores the address, so it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private var input: [UInt8] = []
    private var position = 0
    private var hasBegun = false
    /// Whether the input so far ends at the end of a compressed stream.
    private var isComplete = false
    /// Whether the last chunk was full, so that more output may be available without further input.
    private var mayHaveMore = false

    init() throws(TransportProblem) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let result = inflateInit2_(stream, Self.windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard result == Z_OK else { throw TransportProblem(.other, "zlib could not begin: \(result)") }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Adds input; only valid after ``next()`` returned nil.
    func feed(_ bytes: [UInt8]) {
        input = bytes
        position = 0
    }

    /// The next chunk, never empty; nil: more input is needed.
    ///
    /// - Throws: Kind `invalidResponse` for bytes that are not compressed, or are damaged.
    func next() throws(TransportProblem) -> [UInt8]? {
        while position < input.count || mayHaveMore {
            if isComplete { try beginAnother() }
            let piece = try inflatePiece()
            if !piece.isEmpty { return piece }
        }
        return nil
    }

    /// Ends the input.
    ///
    /// - Throws: Kind `truncatedBody` for an incomplete compressed stream. Empty input is not a stream.
    func finish() throws(TransportProblem) {
        if hasBegun, !isComplete { throw TransportProblem(.truncatedBody, "the compressed body was cut off") }
    }

    /// A compressed stream may be followed by others, which form one with it (RFC 1952, 2.2).
    private func beginAnother() throws(TransportProblem) {
        isComplete = false
        guard inflateReset(stream) == Z_OK else { throw TransportProblem(.other, "zlib could not begin again") }
    }

    private func inflatePiece() throws(TransportProblem) -> [UInt8] {
        var result = Z_OK
        let stream = stream
        hasBegun = true
        let piece = input.withUnsafeMutableBufferPointer { input in
            let rest = UnsafeMutableBufferPointer(rebasing: input[position...])
            // zlib requires an address even for an empty buffer.
            var none: UInt8 = 0
            return withUnsafeMutablePointer(to: &none) { none in
                stream.pointee.next_in = rest.baseAddress ?? none
                stream.pointee.avail_in = UInt32(rest.count)
                return [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { output, count in
                    stream.pointee.next_out = output.baseAddress
                    stream.pointee.avail_out = UInt32(Self.pieceSize)
                    result = inflate(stream, Z_NO_FLUSH)
                    count = Self.pieceSize - Int(stream.pointee.avail_out)
                }
            }
        }
        position = input.count - Int(stream.pointee.avail_in)
        mayHaveMore = result == Z_OK && stream.pointee.avail_out == 0
        switch result {
        case Z_STREAM_END: isComplete = true
        // There was nothing to do, which is not an error of the body.
        case Z_OK, Z_BUF_ERROR: break
        default:
            let reason = stream.pointee.msg.map { String(cString: $0) } ?? "error \(result)"
            throw TransportProblem(.invalidResponse, "the body is not compressed as its head says: \(reason)")
        }
        return piece
    }
}
