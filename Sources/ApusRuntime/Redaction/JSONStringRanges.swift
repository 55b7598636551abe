internal import ApusJSON

/// The ranges of the string values in a JSON text: replacing them keeps the members and types of the text.
struct JSONStringRanges {
    /// The ranges between the quotes, in order.
    private var contents: [Range<Int>] = []
    /// The ranges of the escapes in them, in order.
    private var escapes: [Range<Int>] = []

    /// nil where the bytes are not JSON, or are a single number or literal, which are treated as text.
    init?(_ bytes: [UInt8]) {
        let tape = bytes.withUnsafeBufferPointer { buffer in
            try? JSONTape(scanning: buffer, maximumDepth: JSONDecoding.maximumDepth)
        }
        guard let tape, [.object, .array, .string].contains(tape[0].kind) else { return nil }
        for index in 0..<tape.count where tape[index].kind == .string {
            let entry = tape[index]
            let content = entry.contentOffset..<entry.contentOffset + entry.length
            contents.append(content)
            if entry.hasEscapes { addEscapes(in: content, of: bytes) }
        }
    }

    private mutating func addEscapes(in content: Range<Int>, of bytes: [UInt8]) {
        var index = content.lowerBound
        while index < content.upperBound {
            guard bytes[index] == 0x5C else {
                index += 1
                continue
            }
            let length = bytes[index + 1] == 0x75 ? 6 : 2
            // The second half of a surrogate pair belongs to the first.
            let isSecond =
                length == 6 && bytes[index + 2] | 0x20 == 0x64 && "cdef".utf8.contains(bytes[index + 3] | 0x20)
            if isSecond, let last = escapes.last, last.upperBound == index, last.count == 6 {
                escapes[escapes.count - 1] = last.lowerBound..<index + length
            } else {
                escapes.append(index..<index + length)
            }
            index += length
        }
    }

    /// The parts of a range that are inside strings, extended to whole escapes at their ends.
    func parts(of range: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var index = Self.first(of: contents, endingAfter: range.lowerBound)
        while index < contents.count, contents[index].lowerBound < range.upperBound {
            let part = range.clamped(to: contents[index])
            if !part.isEmpty { parts.append(widened(part)) }
            index += 1
        }
        return parts
    }

    private func widened(_ part: Range<Int>) -> Range<Int> {
        var (start, end) = (part.lowerBound, part.upperBound)
        let first = Self.first(of: escapes, endingAfter: start)
        if first < escapes.count { start = min(start, escapes[first].lowerBound) }
        let last = Self.first(of: escapes, endingAfter: end - 1)
        if last < escapes.count, escapes[last].lowerBound < end { end = max(end, escapes[last].upperBound) }
        return start..<end
    }

    /// The index of the first range that ends after a position; the number of ranges where none does.
    private static func first(of ranges: [Range<Int>], endingAfter index: Int) -> Int {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= index { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
