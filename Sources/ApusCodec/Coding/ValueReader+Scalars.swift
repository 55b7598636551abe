internal import ApusJSON

extension ValueReader {
    /// Reads a string.
    public mutating func readString() -> String {
        guard isReadable else { return "" }
        let token = entry
        guard token.kind == .string else {
            fail(expected: "string")
            return ""
        }
        return JSONString.decode(state.pointee.content(of: token), hasEscapes: token.hasEscapes)
    }

    /// Reads `true` or `false`.
    public mutating func readBool() -> Bool {
        guard isReadable else { return false }
        switch entry.kind {
        case .true: return true
        case .false: return false
        case .string where state.pointee.scalars != .typed:
            let isText = state.pointee.scalars == .text
            switch ByteText(state.pointee.text(of: entry)) {
            case "true": return true
            case "false": return false
            case "1" where isText: return true
            case "0" where isText: return false
            default: break
            }
        default: break
        }
        fail(expected: "boolean")
        return false
    }

    /// Reads a whole number; `5.0` and `5e0` are 5. A fraction, or a number outside the range of `T`, is a problem.
    public mutating func readInteger<T: FixedWidthInteger>() -> T {
        guard isReadable else { return 0 }
        if entry.kind == .number, entry.isInteger,
            let value = NumberText.shortInteger(state.pointee.content(of: entry)),
            let result = T(exactly: value)
        {
            return result
        }
        return readUnusualInteger()
    }

    private mutating func readUnusualInteger<T: FixedWidthInteger>() -> T {
        guard let content = numberContent() else {
            fail(expected: "integer")
            return 0
        }
        switch NumberText.integer(content) {
        case .whole(let magnitude, let isNegative):
            if let result = NumberText.signed(magnitude, isNegative, as: T.self) { return result }
            fail(expected: "integer from \(T.min) to \(T.max)")
        case .beyond: fail(expected: "integer from \(T.min) to \(T.max)")
        case .fraction: fail(expected: "integer")
        }
        return 0
    }

    /// Reads a number as the nearest `Double`; one outside its range is a problem. `Decimal` and ``JSONNumber`` keep
    /// all digits.
    public mutating func readDouble() -> Double {
        guard isReadable else { return 0 }
        guard let content = numberContent() else {
            fail(expected: "number")
            return 0
        }
        guard let value = NumberText.double(content) else {
            fail(expected: "number in the range of Double")
            return 0
        }
        return value
    }

    /// Reads a number as the nearest `Float`; one outside its range is a problem.
    mutating func readFloat() -> Float {
        guard isReadable else { return 0 }
        guard let content = numberContent() else {
            fail(expected: "number")
            return 0
        }
        guard let value = NumberText.float(content) else {
            fail(expected: "number in the range of Float")
            return 0
        }
        return value
    }

    /// Reads the unchanged text of a number token.
    mutating func readNumberText() -> String? {
        guard isReadable, let content = numberContent() else { return nil }
        return String(decoding: content, as: UTF8.self)
    }

    /// Reads a string and converts its UTF-8; nil from `parse` is a problem.
    ///
    /// `parse` receives the unescaped bytes, which are only valid inside it.
    public mutating func readText<Result>(
        expected: String, _ parse: (UnsafeBufferPointer<UInt8>) -> Result?
    ) -> Result? {
        guard isReadable else { return nil }
        let token = entry
        if token.kind == .string {
            if !token.hasEscapes {
                if let result = parse(state.pointee.content(of: token)) { return result }
            } else {
                var text = state.pointee.text(of: token)
                if let result = text.withUTF8(parse) { return result }
            }
        }
        fail(expected: expected)
        return nil
    }

    /// The text of a number token, or of a string token that contains only a number: frameworks that keep all digits of
    /// a decimal send such strings, whatever their document declares. Strict reading reports it. Inside alternatives of
    /// a union a string is not a number, because the value would be sent back in another form.
    private func numberContent() -> UnsafeBufferPointer<UInt8>? {
        let token = entry
        if token.kind == .number { return state.pointee.content(of: token) }
        let isTyped = state.pointee.scalars == .typed
        guard token.kind == .string, !token.hasEscapes, !isTyped || state.pointee.isLenient else { return nil }
        let content = state.pointee.content(of: token)
        if NumberText.isNumber(content) {
            if isTyped { state.pointee.note(at: index, expected: "number") }
            return content
        }
        return state.pointee.scalars == .numberOrText && NumberText.isSpelledNumber(content) ? content : nil
    }
}
