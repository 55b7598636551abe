import ApusModel
import ApusSource

/// Texts of changes.
enum ChangeText {
    /// The value of an absent one.
    static let none = "none"
    private static let longest = 160

    /// Text of a document on one line, its middle left out where it is long.
    static func clean(_ text: String) -> String {
        let visible = VisibleText.of(text)
        guard visible.utf8.count > longest, visible.unicodeScalars.count > longest else { return visible }
        let half = longest / 2
        return String(visible.unicodeScalars.prefix(half)) + "…" + String(visible.unicodeScalars.suffix(half))
    }

    /// `custom → custom_fields`
    static func arrow(_ old: String, _ new: String) -> String {
        "\(old) → \(new)"
    }

    /// A name that Swift reserves, without its backticks.
    static func plain(_ name: String) -> String {
        name.filter { $0 != "`" }
    }

    /// A value of a document as JSON, in which a list or an object is only counted.
    static func value(_ node: SourceNode) -> String {
        switch node.content {
        case .null: "null"
        case .boolean(let flag): flag ? "true" : "false"
        case .number(let number): number.text
        case .string(let text): "\"\(text)\""
        case .sequence(let items): "[" + items.prefix(8).map(value).joined(separator: ", ") + "]"
        case .mapping(let mapping): "{" + mapping.keys.prefix(8).joined(separator: ", ") + "}"
        }
    }

    /// `rename: { Contact.custom_fields: custom }`
    static func rename(_ path: String, to name: String) -> String {
        "rename: { \(quote(path)): \(quote(plain(name))) }"
    }

    /// A scalar of YAML in flow style: plain where it is a word, otherwise quoted.
    private static func quote(_ text: String) -> String {
        let isPlain =
            text.first?.isLetter == true
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || [UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-")].contains(byte)
            }
        guard !isPlain else { return text }
        return "\"" + clean(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
