import ApusPlatform

/// One file: its path as shown and its text in UTF-8 without byte order mark.
final class SourceText: Sendable {
    let path: String
    let bytes: [UInt8]
    /// The encoding error, reported when the file is parsed.
    let problem: TextDecoding.Problem?
    private let lineStarts = Lock<[Int]?>(nil)
    private let scalarCounts = Lock<[Int]?>(nil)
    /// The number of bytes between two entries of ``scalarCounts``.
    private static let block = 1_024

    init(path: String, bytes: [UInt8]) {
        self.path = path
        (self.bytes, problem) = TextDecoding.decode(bytes)
    }

    /// The offsets of line beginnings; LF, CR LF and a lone CR end a line. Computed on first use, because most files of
    /// a run have nothing to report.
    func findLineStarts() -> [Int] {
        lineStarts.withLock { known in
            if let known { return known }
            let starts = bytes.withUnsafeBufferPointer(Self.findLineStarts)
            known = starts
            return starts
        }
    }

    private static func findLineStarts(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        var starts = [0]
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            if byte > 0x0D { continue }
            if byte == 0x0A || (byte == 0x0D && (offset == bytes.count || bytes[offset] != 0x0A)) {
                starts.append(offset)
            }
        }
        return starts
    }

    func findPosition(of offset: Int) -> SourcePosition {
        let offset = min(offset, bytes.count)
        let starts = findLineStarts()
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return SourcePosition(line: low + 1, column: countScalars(from: starts[low], to: offset) + 1)
    }

    /// Long lines are counted once, not for every location in them: a whole document may be one line.
    private func countScalars(from start: Int, to end: Int) -> Int {
        if end - start < 2 * Self.block { return Self.countScalars(in: bytes[start..<end]) }
        return countScalars(before: end) - countScalars(before: start)
    }

    private func countScalars(before end: Int) -> Int {
        let known = scalarCounts.withLock { known in
            if let known { return known }
            let counts = stride(from: 0, to: bytes.count, by: Self.block).reduce(into: [0]) { counts, start in
                counts.append(counts[counts.count - 1] + Self.countScalars(in: bytes[start...].prefix(Self.block)))
            }
            known = counts
            return counts
        }
        let index = end / Self.block
        return known[index] + Self.countScalars(in: bytes[index * Self.block..<end])
    }

    private static func countScalars(in bytes: ArraySlice<UInt8>) -> Int {
        bytes.count { $0 & 0xC0 != 0x80 }
    }

    /// The number of scalars of the word, number, quoted text or symbol at a position; at least one, and none of the
    /// next line.
    func countToken(at offset: Int) -> Int {
        guard offset < bytes.count else { return 1 }
        let rest = bytes[offset...].prefix(Self.block).prefix { $0 != 0x0A && $0 != 0x0D }
        let ends = Set(" \t,:[]{}\"'".utf8)
        var token: ArraySlice<UInt8>
        if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            token = rest.dropFirst().prefix { $0 != quote }
            token = rest.prefix(token.count + 2)
        } else {
            token = rest.prefix { !ends.contains($0) }
        }
        return max(1, Self.countScalars(in: token))
    }

    /// The text of a line without its end; empty for lines that do not exist.
    func readLine(_ number: Int) -> String {
        let starts = findLineStarts()
        guard number >= 1, number <= starts.count else { return "" }
        var end = number < starts.count ? starts[number] : bytes.count
        let start = starts[number - 1]
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}
