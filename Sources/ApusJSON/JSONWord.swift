/// Examines eight bytes of a string at once.
@frozen
public enum JSONWord {
    /// Sets bit 7 of each byte that needs handling: quote, backslash, control character or above 0x7F.
    ///
    /// Only the lowest set bit is exact (a borrow may affect higher bytes); callers use only that one.
    @inlinable @inline(__always)
    public static func specials(in word: UInt64) -> UInt64 {
        (unwritables(in: word) | word) & 0x8080_8080_8080_8080
    }

    /// The same without bytes above 0x7F: the characters that a writer must escape.
    @inlinable @inline(__always)
    public static func unwritables(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quote = word ^ (ones &* 0x22)
        let backslash = word ^ (ones &* 0x5C)
        let controls = (word &- (ones &* 0x20)) & ~word
        return (((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | controls) & 0x8080_8080_8080_8080
    }

    /// Whether a byte is an unescaped ASCII character in a string.
    @inlinable @inline(__always)
    public static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x80 && byte != 0x22 && byte != 0x5C
    }
}
