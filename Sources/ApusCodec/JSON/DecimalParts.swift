/// A number's digits without leading and trailing zeros, and their power of ten: `-12.50e1` → `[1, 2, 5]`, 0.
struct DecimalParts: Hashable {
    var isNegative = false
    /// Empty for zero.
    var digits: [UInt8] = []
    /// Nil where the exponent itself exceeds `Int`.
    var exponent: Int? = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
        var index = 0
        var scale = 0
        var hasPoint = false
        while index < text.count, text[index] | 0x20 != UInt8(ascii: "e") {
            let byte = text[index]
            if byte == UInt8(ascii: "-") {
                isNegative = true
            } else if byte == UInt8(ascii: "+") {
                isNegative = false
            } else if byte == UInt8(ascii: ".") {
                hasPoint = true
            } else {
                if hasPoint { scale -= 1 }
                if byte != UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte &- UInt8(ascii: "0")) }
            }
            index += 1
        }
        while digits.last == 0 {
            digits.removeLast()
            scale += 1
        }
        if digits.isEmpty { return }
        guard index < text.count else {
            exponent = scale
            return
        }
        let written = Int(String(decoding: text[(index + 1)...], as: UTF8.self))
        exponent = written.flatMap { value in value > -(1 << 40) && value < 1 << 40 ? value + scale : nil }
    }
}
