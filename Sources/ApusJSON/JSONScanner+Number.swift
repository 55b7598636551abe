extension JSONScanner {
    /// RFC 8259 §6: `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`
    @inline(__always)
    mutating func scanNumber() throws(JSONSyntaxError) {
        let start = position
        var index = start
        var flags = JSONTape.Entry.integer
        if base[index] == UInt8(ascii: "-") { index += 1 }
        let first = index
        index = skipDigits(from: index)
        if index == first { throw numberError(at: index) }
        if index > first + 1, base[first] == UInt8(ascii: "0") { throw numberError(at: first) }
        if index < count, base[index] == UInt8(ascii: ".") {
            flags = 0
            let fraction = index + 1
            index = skipDigits(from: fraction)
            if index == fraction { throw numberError(at: index) }
        }
        if index < count, base[index] | 0x20 == UInt8(ascii: "e") {
            flags = 0
            index += 1
            if index < count, base[index] == UInt8(ascii: "+") || base[index] == UInt8(ascii: "-") { index += 1 }
            let exponent = index
            index = skipDigits(from: exponent)
            if index == exponent { throw numberError(at: index) }
        }
        append(JSONTape.Entry(kind: .number, offset: start, extent: index - start, flags: flags))
        position = index
    }

    @inline(__always)
    private func skipDigits(from start: Int) -> Int {
        var index = start
        while index < count, base[index] &- UInt8(ascii: "0") < 10 { index += 1 }
        return index
    }

    private func numberError(at index: Int) -> JSONSyntaxError {
        JSONSyntaxError(offset: index, reason: index < count ? .invalidNumber : .unexpectedEnd)
    }
}
