import ApusPlatform

/// The index of a git work tree (gitformat-index): the path and the digest of every tracked file.
///
/// The index is read directly, without calling `git`: a build sandbox and a machine without git give the same result,
/// and no program named by the repository's settings runs. An unreadable index is treated as empty, and then nothing is
/// replaced.
struct GitIndex {
    /// Path below the work tree → the digest of the file's content, for regular files without a conflict.
    private var blobs: [String: [UInt8]] = [:]
    /// Whether the repository uses SHA-256 instead of SHA-1.
    private let usesSHA256: Bool

    /// Whether git has exactly these bytes at this path. A file that git converts on checkout (line endings, filters)
    /// has different bytes.
    func holds(_ bytes: [UInt8], at path: String) -> Bool {
        guard let digest = blobs[path] else { return false }
        let object = Array("blob \(bytes.count)\0".utf8) + bytes
        return digest == (usesSHA256 ? SHA256.digest(of: object) : SHA1.digest(of: object))
    }

    /// - Parameter bytes: The index file; versions 2 to 4.
    init?(_ bytes: [UInt8], usesSHA256: Bool) {
        self.usesSHA256 = usesSHA256
        var reader = Reader(bytes: bytes)
        guard reader.readBytes(4) == Array("DIRC".utf8)[...], let version = reader.number(), (2...4).contains(version),
            let count = reader.number()
        else { return nil }
        var path: [UInt8] = []
        for _ in 0..<count {
            guard let entry = reader.entry(version: version, digestSize: usesSHA256 ? 32 : 20, after: path) else {
                return nil
            }
            path = entry.path
            if entry.isRegular, entry.stage == 0 { blobs[String(decoding: path, as: UTF8.self)] = entry.digest }
        }
    }
}

extension GitIndex {
    private struct Entry {
        let isRegular: Bool
        let digest: [UInt8]
        /// Above 0: one side of a conflict.
        let stage: UInt16
        let path: [UInt8]
    }

    /// Reads big-endian numbers; every step is nil at the end of the bytes.
    private struct Reader {
        let bytes: [UInt8]
        var position = 0

        mutating func readBytes(_ count: Int) -> ArraySlice<UInt8>? {
            guard count <= bytes.count - position else { return nil }
            defer { position += count }
            return bytes[position..<position + count]
        }

        mutating func number(bytes count: Int = 4) -> Int? {
            readBytes(count).map { $0.reduce(0) { $0 << 8 | Int($1) } }
        }

        mutating func entry(version: Int, digestSize: Int, after previous: [UInt8]) -> Entry? {
            let start = position
            guard readBytes(24) != nil, let mode = number(), readBytes(12) != nil, let digest = readBytes(digestSize),
                let flags = number(bytes: 2)
            else { return nil }
            if flags & 0x4000 != 0, readBytes(2) == nil { return nil }
            var kept = 0
            if version == 4 {
                guard let dropped = offset(), dropped <= previous.count else { return nil }
                kept = previous.count - dropped
            }
            guard let end = bytes[position...].firstIndex(of: 0) else { return nil }
            let path = previous.prefix(kept) + bytes[position..<end]
            // Up to version 3, one to eight NULs pad the entry to a multiple of eight bytes.
            position = version == 4 ? end + 1 : min(bytes.count, start + (end - start) / 8 * 8 + 8)
            return Entry(
                isRegular: mode & 0xF000 == 0x8000, digest: Array(digest), stage: UInt16(flags >> 12 & 3),
                path: Array(path))
        }

        /// A number with seven bits per byte, in which each byte but the last adds one (as in the offsets of packs).
        private mutating func offset() -> Int? {
            guard var byte = number(bytes: 1) else { return nil }
            var value = byte & 0x7F
            while byte & 0x80 != 0 {
                guard let next = number(bytes: 1), value < 1 << 32 else { return nil }
                byte = next
                value = (value + 1) << 7 | byte & 0x7F
            }
            return value
        }
    }
}
