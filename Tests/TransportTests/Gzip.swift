import CZlib

/// Compressed bodies (RFC 1952), made by hand where no compressor would make them.
enum Gzip {
    static func compress(_ bytes: [UInt8]) throws -> [UInt8] {
        head + (try deflate(bytes, isLast: true)) + tail(crc: checksum(bytes), count: bytes.count)
    }

    /// So many zeros, a multiple of 1 MiB, without ever having them: a block of deflate, again and again.
    static func zeros(_ count: Int) throws -> [UInt8] {
        let megabyte = [UInt8](repeating: 0, count: 1 << 20)
        let block = try deflate(megabyte, isLast: false)
        var crc: UInt = 0
        let one = checksum(megabyte)
        var text = head
        for _ in 0..<(count >> 20) {
            text += block
            crc = crc32_combine(crc, one, megabyte.count)
        }
        return text + (try deflate([], isLast: true)) + tail(crc: crc, count: count)
    }

    struct Failed: Error {}

    private static let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]

    private static func tail(crc: UInt, count: Int) -> [UInt8] {
        [UInt32(truncatingIfNeeded: crc), UInt32(truncatingIfNeeded: count)].flatMap { number in
            (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
        }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt {
        crc32(0, bytes, UInt32(bytes.count))
    }

    /// Blocks that refer to nothing before them; without a last one they end on a byte.
    private static func deflate(_ bytes: [UInt8], isLast: Bool) throws -> [UInt8] {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        // Negative: without a frame of zlib's.
        guard deflateInit2_(&stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else {
            throw Failed()
        }
        defer { deflateEnd(&stream) }
        var input = bytes
        let capacity = bytes.count + bytes.count / 1_000 + 64
        return try input.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(input.count)
            return try [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(capacity)
                let result = CZlib.deflate(&stream, isLast ? Z_FINISH : Z_FULL_FLUSH)
                guard result == (isLast ? Z_STREAM_END : Z_OK), stream.avail_in == 0 else { throw Failed() }
                count = capacity - Int(stream.avail_out)
            }
        }
    }
}
