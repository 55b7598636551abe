public import ApusSource

/// A document as it is mutated: JSON with its members in order.
public indirect enum TextTree: Equatable, Sendable {
    case null
    case boolean(Bool)
    /// As it is written.
    case number(String)
    case string(String)
    case array([TextTree])
    case object([Member])

    public struct Member: Equatable, Sendable {
        public var key: String
        public var value: TextTree

        public init(_ key: String, _ value: TextTree) {
            self.key = key
            self.value = value
        }
    }

    public init(_ node: SourceNode) {
        switch node.content {
        case .null: self = .null
        case .boolean(let flag): self = .boolean(flag)
        case .number(let number): self = .number(number.text)
        case .string(let text): self = .string(text)
        case .sequence(let items): self = .array(items.map(TextTree.init))
        case .mapping(let mapping): self = .object(mapping.entries.map { Member($0.key, TextTree($0.value)) })
        }
    }

    /// The tree of a YAML or JSON text; nil for unreadable text.
    public init?(parsing bytes: [UInt8]) {
        let files = SourceFiles()
        guard let root = try? files.parse(files.add(path: "document.yaml", bytes: bytes)) else { return nil }
        self.init(root)
    }

    public subscript(_ key: String) -> TextTree? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    public var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    public var json: String {
        var result = ""
        write(to: &result)
        return result
    }

    private func write(to result: inout String) {
        switch self {
        case .null: result += "null"
        case .boolean(let flag): result += flag ? "true" : "false"
        case .number(let text): result += text
        case .string(let text): Self.quote(text, to: &result)
        case .array(let items):
            result += "["
            for (index, item) in items.enumerated() {
                if index > 0 { result += "," }
                item.write(to: &result)
            }
            result += "]"
        case .object(let members):
            result += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { result += ",\n" }
                Self.quote(member.key, to: &result)
                result += ":"
                member.value.write(to: &result)
            }
            result += "}"
        }
    }

    /// Represent halves of a surrogate pair, which a Swift string cannot contain and JSON can: private characters that
    /// are written as `\ud800` and `\udc00`.
    public static let highSurrogate = "\u{F8F0}"
    public static let lowSurrogate = "\u{F8F1}"

    /// The text as readers have it: half a pair is no character.
    public static func asRead(_ text: String) -> String {
        text.replacing(highSurrogate, with: "\u{FFFD}").replacing(lowSurrogate, with: "\u{FFFD}")
    }

    /// Keys and texts in the order of the file.
    public var texts: [String] {
        switch self {
        case .null, .boolean, .number: []
        case .string(let text): [text]
        case .array(let items): items.flatMap(\.texts)
        case .object(let members): members.flatMap { [$0.key] + $0.value.texts }
        }
    }

    private static func quote(_ text: String, to result: inout String) {
        result += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{F8F0}": result += "\\ud800"
            case "\u{F8F1}": result += "\\udc00"
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        result += "\""
    }
}
