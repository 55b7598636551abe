extension SourceNode {
    /// The value as JSON (RFC 8259) with two spaces for each level and a final line break. Numbers that JSON does not have are `null`.
    public var json: String {
        pretty.print() + "\n"
    }

    private var pretty: PrettyJSON {
        switch content {
        case .null: .raw("null")
        case .boolean(let flag): .raw(flag ? "true" : "false")
        case .number(let number): .raw(number.json)
        case .string(let text): .string(text)
        case .sequence(let items): .array(items.map(\.pretty))
        case .mapping(let mapping): .object(mapping.entries.map { ($0.key, $0.value.pretty) })
        }
    }
}

extension SourceNumber {
    /// The written text where JSON has the same form, otherwise its value.
    fileprivate var json: String {
        if text.wholeMatch(of: /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil { return text }
        if let integer { return String(integer) }
        return double.isFinite ? "\(double)" : "null"
    }
}
