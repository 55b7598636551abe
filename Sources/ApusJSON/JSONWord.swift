/// Eight bytes of a string looked at in one go.
@frozen
public enum JSONWord {
    /// Has bit 7 of a byte set where the byte needs a look: quote, backslash, control character or above 0x7F.
    ///
    /// Only the lowest set bit is exact (a borrow may run into higher bytes), which is the one that callers use.
    @inlinable @inline(__always)
    public static func specials(in word: UInt64) -> UInt64 {
        (unwritables(in: word) | word) & 0x8080_8080_8080_8080
    }

    /// The same without the bytes above 0x7F: what a writer must escape.
    @inlinable @inline(__always)
    public static func unwritables(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quote = word ^ (ones &* 0x22)
        let backslash = word ^ (ones &* 0x5C)
        let controls = (word &- (ones &* 0x20)) & ~word
        return (((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | controls) & 0x8080_8080_8080_8080
    }

    /// Whether one byte stands for itself inside a string and is ASCII.
    @inlinable @inline(__always)
    public static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x80 && byte != 0x22 && byte != 0x5C
    }
}
