public import ApusSource

/// One difference between two versions of a document, as a caller of the generated client meets it.
public struct Change: Hashable, Sendable {
    public let kind: ChangeKind
    /// The Swift symbol before: `Contact.custom`; for an addition the new one.
    public let symbol: String
    /// The Swift symbol after, where it differs.
    public let renamed: String?
    /// The subject of the change before and after it, in the words of ``ChangeKind/sentence``.
    public let old: String
    public let new: String
    /// The difference in messages: `custom → custom_fields`.
    public let wire: String?
    /// The location in the new document, or in the old one where ``isOld``.
    public let mark: SourceMark?
    public let isOld: Bool
    /// The line of the configuration that keeps the old name: `rename: { Contact.custom_fields: custom }`.
    public let suggestion: String?

    /// `getContact takes a new required workspace: String`
    public var sentence: String {
        let values = ["{symbol}": symbol, "{renamed}": renamed ?? symbol, "{old}": old, "{new}": new]
        var text = ""
        var rest = kind.sentence[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let word = String(rest[open...close])
            text += rest[..<open] + (values[word] ?? word)
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    /// 16 hexadecimal digits that stay the same when lines move: of the kind, the symbol and the values.
    public var fingerprint: String {
        // FNV-1a, 64 bits.
        let parts = [kind.id, symbol, renamed ?? "", old, new, wire ?? ""]
        let hash = parts.joined(separator: "\0").utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
