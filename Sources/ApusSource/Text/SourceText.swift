/// One file: its path as shown and its text in UTF-8 without byte order mark.
final class SourceText: Sendable {
    let path: String
    let bytes: [UInt8]
    /// What was wrong with the encoding, reported when the file is parsed.
    let problem: TextDecoding.Problem?
    private let lineStarts = Lock<[Int]?>(nil)

    init(path: String, bytes: [UInt8]) {
        self.path = path
        (self.bytes, problem) = TextDecoding.decode(bytes)
    }

    /// Offsets at which lines begin; LF, CR LF and a lone CR end a line. Made when first asked for, since most files
    /// of a run have nothing to report.
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
        let scalars = bytes[starts[low]..<offset].count { $0 & 0xC0 != 0x80 }
        return SourcePosition(line: low + 1, column: scalars + 1)
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
