internal import ApusJSON

extension EncodingState {
    /// A string with its quotes; quotes, backslashes and control characters escaped (RFC 8259 §7).
    mutating func appendString(_ bytes: UnsafeBufferPointer<UInt8>) {
        reserve(bytes.count &+ 2)
        base[count] = UInt8(ascii: "\"")
        let copied = Self.copyWritable(bytes, to: UnsafeMutableRawPointer(base + (count &+ 1)))
        advance(copied &+ 1)
        if copied < bytes.count { appendSlowly(UnsafeBufferPointer(rebasing: bytes[copied...])) }
        append(UInt8(ascii: "\""))
    }

    /// Copies the bytes before the first word that has a byte to escape; returns their number.
    ///
    /// A rest of fewer than eight bytes is copied with the bytes before it, so that words overlap and no byte is examined alone.
    @inline(__always)
    private static func copyWritable(_ bytes: UnsafeBufferPointer<UInt8>, to target: UnsafeMutableRawPointer) -> Int {
        guard let source = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
        let total = bytes.count
        guard total >= 8 else { return copyShort(source, total, to: target) }
        var index = 0
        while index &+ 8 <= total {
            guard copyWord(source, at: index, to: target) else { return index }
            index &+= 8
        }
        guard index < total else { return total }
        return copyWord(source, at: total &- 8, to: target) ? total : index
    }

    @inline(__always)
    private static func copyWord(_ source: UnsafeRawPointer, at offset: Int, to target: UnsafeMutableRawPointer) -> Bool
    {
        let word = source.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        guard JSONWord.unwritables(in: UInt64(littleEndian: word)) == 0 else { return false }
        target.storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
        return true
    }

    /// Up to seven bytes.
    @inline(__always)
    private static func copyShort(_ source: UnsafeRawPointer, _ total: Int, to target: UnsafeMutableRawPointer) -> Int {
        guard total >= 4 else {
            var index = 0
            while index < total {
                let byte = source.load(fromByteOffset: index, as: UInt8.self)
                guard isWritable(byte) else { return index }
                target.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
                index &+= 1
            }
            return total
        }
        let first = source.loadUnaligned(as: UInt32.self)
        let last = source.loadUnaligned(fromByteOffset: total &- 4, as: UInt32.self)
        guard JSONWord.unwritables(in: UInt64(first) | UInt64(last) << 32) == 0 else { return 0 }
        target.storeBytes(of: first, as: UInt32.self)
        target.storeBytes(of: last, toByteOffset: total &- 4, as: UInt32.self)
        return total
    }

    /// Writes from the first byte that needs an escape.
    @inline(never)
    private mutating func appendSlowly(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes {
            if Self.isWritable(byte) { append(byte) } else { appendEscape(of: byte) }
        }
    }

    @inline(__always)
    private static func isWritable(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    @inline(never)
    private mutating func appendEscape(of byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case 0x08: append("\\b")
        case 0x09: append("\\t")
        case 0x0A: append("\\n")
        case 0x0C: append("\\f")
        case 0x0D: append("\\r")
        default:
            append("\\u00")
            append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
            append(Self.hexDigit(byte & 0xF))
        }
    }

    static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? value &+ UInt8(ascii: "0") : value &- 10 &+ UInt8(ascii: "a")
    }

    mutating func appendString(_ text: String) {
        if text.utf8.withContiguousStorageIfAvailable({ appendString($0) }) != nil { return }
        // Handles a string bridged from Objective-C.
        var text = text
        text.withUTF8 { appendString($0) }
    }

    mutating func appendString(_ text: StaticString) {
        appendString(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func appendInteger<T: BinaryInteger>(_ value: T) {
        if value < 0 { append(UInt8(ascii: "-")) }
        appendMagnitude(UInt64(value.magnitude), width: 1)
    }

    /// Decimal digits, with leading zeros up to `width`.
    mutating func appendMagnitude(_ magnitude: UInt64, width: Int) {
        var digits = 1
        var rest = magnitude / 10
        while rest > 0 {
            digits += 1
            rest /= 10
        }
        let length = max(digits, width)
        reserve(length)
        rest = magnitude
        var index = length
        while index > 0 {
            index -= 1
            base[count + index] = UInt8(truncatingIfNeeded: rest % 10) &+ UInt8(ascii: "0")
            rest /= 10
        }
        advance(length)
    }

    @inline(__always)
    mutating func appendTwoDigits(_ value: Int) {
        reserve(2)
        base[count] = UInt8(truncatingIfNeeded: value / 10) &+ UInt8(ascii: "0")
        base[count + 1] = UInt8(truncatingIfNeeded: value % 10) &+ UInt8(ascii: "0")
        advance(2)
    }

    /// Writes whole numbers without a fraction, and others in the shortest form that reads back as the same value.
    mutating func appendDouble(_ value: Double) {
        if value.isNaN || value.isInfinite {
            if style == .identity || style == .description { return append(plain: value.description) }
            return fail(value.isNaN ? .notANumber : .infinity)
        }
        guard value.magnitude < 1e15, value.rounded(.towardZero) == value else {
            return append(plain: value.description)
        }
        if value.sign == .minus { append(UInt8(ascii: "-")) }
        appendMagnitude(UInt64(value.magnitude), width: 1)
    }
}
