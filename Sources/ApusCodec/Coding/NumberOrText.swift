/// Numbers that may be sent as text, `"5"` for 5, at any depth of arrays and dictionaries. In formats whose scalars are
/// text, nothing changes.
@_documentation(visibility: internal)
extension ValueReader {
    /// Reads a number, or several, that may be text.
    public mutating func readNumberOrText<T: APIValue>() -> T {
        let scalars = state.pointee.scalars
        if scalars == .typed { state.pointee.scalars = .numberOrText }
        defer { state.pointee.scalars = scalars }
        return T(from: &self)
    }
}

@_documentation(visibility: internal)
extension ObjectReader {
    /// Reads a required member that may be the text of a number.
    public mutating func required<T: APIValue>(numberOrText name: StaticString) -> T {
        readNumberOrText { $0.required(name) }
    }

    /// Reads an optional member that may be the text of a number.
    public mutating func optional<T: APIValue>(numberOrText name: StaticString) -> T? {
        readNumberOrText { $0.optional(name) }
    }

    /// Reads a member that may be `null` or the text of a number, with a default where it is absent.
    public mutating func optional<T: APIValue>(
        numberOrText name: StaticString, absent fallback: @autoclosure () -> T
    ) -> T? {
        find(name) >= 0 ? optional(numberOrText: name) : fallback()
    }

    /// Reads a required member that may be `null` or the text of a number.
    public mutating func nullable<T: APIValue>(numberOrText name: StaticString) -> T? {
        readNumberOrText { $0.nullable(name) }
    }

    /// Reads a member that may be absent, `null` or the text of a number, and distinguishes absent and `null`.
    public mutating func tristate<T: APIValue>(numberOrText name: StaticString) -> Nullable<T> {
        readNumberOrText { $0.tristate(name) }
    }

    /// Reads every member that was not read by name, each of which may be the text of a number. Call it last.
    public mutating func additionalNumbersOrTexts<T: APIValue>() -> [String: T] {
        readNumberOrText { $0.additionalProperties() }
    }

    private mutating func readNumberOrText<Result>(_ read: (inout ObjectReader) -> Result) -> Result {
        let scalars = state.pointee.scalars
        if scalars == .typed { state.pointee.scalars = .numberOrText }
        defer { state.pointee.scalars = scalars }
        return read(&self)
    }
}

@_documentation(visibility: internal)
extension ArrayReader {
    /// Reads a required element that may be the text of a number.
    public mutating func requiredNumberOrText<T: APIValue>() -> T { readNumberOrText { $0.required() } }

    /// Reads an optional element that may be the text of a number.
    public mutating func optionalNumberOrText<T: APIValue>() -> T? { readNumberOrText { $0.optional() } }

    /// Reads an element that may be absent, `null` or the text of a number, and distinguishes absent and `null`.
    public mutating func tristateNumberOrText<T: APIValue>() -> Nullable<T> { readNumberOrText { $0.tristate() } }

    /// Reads all remaining elements, each of which may be the text of a number.
    public mutating func restOfNumbersOrTexts<T: APIValue>() -> [T] { readNumberOrText { $0.rest() } }

    private mutating func readNumberOrText<Result>(_ read: (inout ArrayReader) -> Result) -> Result {
        let state = element.state
        let scalars = state.pointee.scalars
        if scalars == .typed { state.pointee.scalars = .numberOrText }
        defer { state.pointee.scalars = scalars }
        return read(&self)
    }
}
