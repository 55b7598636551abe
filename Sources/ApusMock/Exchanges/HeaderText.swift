import HTTPTypes

/// Text of documents and requests in header fields of an answer.
enum HeaderText {
    /// The visible ASCII characters and spaces of a text, at most 2,000 of them: nothing in it can end a header line.
    static func safe(_ text: String) -> String {
        String(
            decoding: text.utf8.prefix(2_000).map { (0x20..<0x7F).contains($0) ? $0 : UInt8(ascii: "?") }, as: UTF8.self
        )
    }
}

extension HTTPFields {
    /// Sets a field, or removes it for nil; a name that is no token sets none.
    mutating func set(_ name: String, _ value: String?) {
        guard let name = HTTPField.Name(name) else { return }
        self[name] = value.map { HeaderText.safe($0) }
    }
}
