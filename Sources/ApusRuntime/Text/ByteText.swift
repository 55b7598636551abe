internal import ApusJSON

/// Text from outside that is compared and hashed byte by byte, as JSON Schema (2020-12, section 4.2.2) and HTTP do.
///
/// `String` compares what people see as the same: it orders combining marks, which takes the square of their number. The sender
/// of the text chooses that number.
public struct ByteText: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The text.
    public let text: String

    /// Takes any text.
    ///
    /// - Parameter text: The text, of which no byte is changed.
    public init(_ text: String) { self.text = text }

    /// Makes what a text is compared with.
    ///
    /// - Parameter text: The literal.
    public init(stringLiteral text: String) { self.text = text }

    /// The text.
    public var description: String { text }

    /// Equal where all bytes are.
    public static func == (left: ByteText, right: ByteText) -> Bool { TextBytes.areSame(left.text, right.text) }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) { TextBytes.hash(text, into: &hasher) }
}

extension StringProtocol {
    /// Whether both have the same bytes.
    @inline(__always)
    package func isSame(as other: some StringProtocol) -> Bool {
        let (left, right) = (utf8, other.utf8)
        return left.count == right.count && left.elementsEqual(right)
    }

    /// Whether the first bytes are those.
    package func begins(with prefix: some StringProtocol) -> Bool { utf8.starts(with: prefix.utf8) }

    /// Whether the last bytes are those.
    package func ends(with suffix: some StringProtocol) -> Bool {
        utf8.count >= suffix.utf8.count && utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }

    /// Whether a character of ASCII occurs.
    package func holds(_ letter: Unicode.Scalar) -> Bool { utf8.contains { $0 == letter.value } }

    /// Whether a text occurs.
    package func holds(text: some StringProtocol) -> Bool {
        let (bytes, wanted) = (Array(utf8), Array(text.utf8))
        guard let first = wanted.first else { return true }
        return bytes.indices.contains { bytes[$0] == first && bytes[$0...].starts(with: wanted) }
    }

    /// The words between blanks, and between occurrences of another separator.
    package func words(between separator: String) -> [String] {
        let (bytes, other) = (Array(utf8), Array(separator.utf8))
        var words: [[UInt8]] = [[]]
        var index = 0
        while index < bytes.count {
            let isSeparator = !other.isEmpty && bytes[index...].starts(with: other)
            if isSeparator || bytes[index] == 0x20 {
                words.append([])
                index += isSeparator ? other.count : 1
            } else {
                words[words.count - 1].append(bytes[index])
                index += 1
            }
        }
        return words.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// What stands before a character of ASCII; everything where it does not occur.
    package func part(before letter: Unicode.Scalar) -> SubSequence {
        self[..<(utf8.firstIndex { $0 == letter.value } ?? endIndex)]
    }

    /// The pieces between characters of ASCII. An accent behind one of them makes no other character of it here.
    package func pieces(
        between letter: Unicode.Scalar, most splits: Int = Int.max, omitsEmpty: Bool = false
    ) -> [SubSequence] {
        utf8.split(maxSplits: splits, omittingEmptySubsequences: omitsEmpty) { $0 == letter.value }
            .map { self[$0.startIndex..<$0.endIndex] }
    }

    /// Without blanks and tabs at both ends (RFC 9110, section 5.6.3).
    package var trimmed: SubSequence {
        let blanks: [UInt8] = [0x20, 0x09]
        var bytes = utf8[...]
        bytes = bytes.drop { blanks.contains($0) }
        var end = bytes.startIndex
        for index in bytes.indices where !blanks.contains(bytes[index]) { end = bytes.index(after: index) }
        return self[bytes.startIndex..<end]
    }

    /// With the letters of ASCII in lower case and everything else as it is.
    package var asciiLowercased: String {
        String(decoding: utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
