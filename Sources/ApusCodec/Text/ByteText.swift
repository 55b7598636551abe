internal import ApusJSON

/// Untrusted text that is compared and hashed by its bytes, as JSON Schema (2020-12, section 4.2.2) and HTTP do.
///
/// `String` compares by canonical equivalence: it orders combining marks, in time quadratic in their number, which the
/// sender of the text chooses.
@_documentation(visibility: internal)
public struct ByteText: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The text.
    public let text: String

    /// Wraps any text.
    ///
    /// - Parameter text: The text, which is not changed.
    public init(_ text: String) { self.text = text }

    /// Creates a value to compare with.
    ///
    /// - Parameter text: The literal.
    public init(stringLiteral text: String) { self.text = text }

    /// The text.
    public var description: String { text }

    /// Compares the bytes.
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

    /// Whether the text begins with the bytes of `prefix`.
    package func begins(with prefix: some StringProtocol) -> Bool { utf8.starts(with: prefix.utf8) }

    /// Whether the text ends with the given bytes.
    package func ends(with suffix: some StringProtocol) -> Bool {
        utf8.count >= suffix.utf8.count && utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }

    /// Whether the text contains an ASCII character.
    package func holds(_ letter: Unicode.Scalar) -> Bool { utf8.contains { $0 == letter.value } }

    /// Whether the text contains another text.
    package func holds(text: some StringProtocol) -> Bool {
        let (bytes, wanted) = (Array(utf8), Array(text.utf8))
        guard let first = wanted.first else { return true }
        return bytes.indices.contains { bytes[$0] == first && bytes[$0...].starts(with: wanted) }
    }

    /// The words between occurrences of a separator, without surrounding blanks.
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

    /// The text before an ASCII character; all of it where the character does not occur.
    package func part(before letter: Unicode.Scalar) -> SubSequence {
        self[..<(utf8.firstIndex { $0 == letter.value } ?? endIndex)]
    }

    /// The parts between ASCII characters. A combining mark after one of them does not hide it.
    package func pieces(
        between letter: Unicode.Scalar, most splits: Int = Int.max, omitsEmpty: Bool = false
    ) -> [SubSequence] {
        utf8.split(maxSplits: splits, omittingEmptySubsequences: omitsEmpty) { $0 == letter.value }
            .map { self[$0.startIndex..<$0.endIndex] }
    }

    /// The text without blanks and tabs at both ends (RFC 9110, section 5.6.3).
    package var trimmed: SubSequence {
        let blanks: [UInt8] = [0x20, 0x09]
        var bytes = utf8[...]
        bytes = bytes.drop { blanks.contains($0) }
        var end = bytes.startIndex
        for index in bytes.indices where !blanks.contains(bytes[index]) { end = bytes.index(after: index) }
        return self[bytes.startIndex..<end]
    }

    /// The text with ASCII letters in lower case.
    package var asciiLowercased: String {
        String(decoding: utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
