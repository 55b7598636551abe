/// The texts of an XML body, without a parser of XML: only clients whose document has XML link one, and any server may answer an error in it.
///
/// Reads elements, character data, CDATA sections and the references that XML itself has. Ends at a document type declaration, and at
/// whatever is no XML.
struct XMLTexts {
    /// An element that has text and no element in it.
    struct Leaf: Equatable {
        /// Without its prefix.
        let name: String
        let text: String
        /// 1 for the root.
        let depth: Int
    }

    /// The most bytes that are read, elements in each other, and leaves.
    private static let limits = (bytes: 64 << 10, depth: 16, leaves: 200)

    private let bytes: [UInt8]
    private var position = 0
    private var open: [String] = []
    /// The text of the innermost open element; nil: it contains elements.
    private var text: [UInt8]?
    private var leaves: [Leaf] = []

    static func leaves(of body: [UInt8], contentType: String?) -> [Leaf] {
        guard body.count <= limits.bytes, let text = BodyText.decode(body, contentType: contentType) else { return [] }
        var reader = XMLTexts(bytes: Array(text.utf8))
        while reader.step() {}
        return reader.leaves
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// - Returns: Whether anything is left to read.
    private mutating func step() -> Bool {
        guard let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) else { return false }
        text?.append(contentsOf: Self.unescape(bytes[position..<start]))
        position = start
        if skip("<!--") { return skip(past: "-->") != nil }
        if skip("<![CDATA[") {
            guard let content = skip(past: "]]>") else { return false }
            text?.append(contentsOf: content)
            return true
        }
        // The mark of the redactor is text; see `Redactor.mark`.
        if skip("<redacted>") {
            text?.append(contentsOf: Redactor.mark.utf8)
            return true
        }
        if skip("<?") { return skip(past: "?>") != nil }
        if skip("<!") { return false }
        if skip("</") { return close() }
        position += 1
        return openElement()
    }

    private mutating func openElement() -> Bool {
        let name = readName()
        guard !name.isEmpty, open.count < Self.limits.depth, let isEmpty = skipAttributes() else { return false }
        text = nil
        if isEmpty { return true }
        open.append(name)
        text = []
        return true
    }

    private mutating func close() -> Bool {
        let name = readName()
        guard skip(past: ">") != nil, let opened = open.last, opened.isSame(as: name) else { return false }
        if let text {
            leaves.append(Leaf(name: name, text: String(decoding: text, as: UTF8.self), depth: open.count))
        }
        text = nil
        open.removeLast()
        return !open.isEmpty && leaves.count < Self.limits.leaves
    }

    /// `soap:Reason` → `Reason`
    private mutating func readName() -> String {
        let start = position
        while position < bytes.count, !" \t\r\n/>=".utf8.contains(bytes[position]) { position += 1 }
        let name = bytes[start..<position]
        return String(decoding: name.split(separator: UInt8(ascii: ":")).last ?? name, as: UTF8.self)
    }

    /// Past the end of a start tag; whether it is that of an empty element. nil where it has none.
    private mutating func skipAttributes() -> Bool? {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: ">"):
                position += 1
                return bytes[position - 2] == UInt8(ascii: "/")
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard let end = bytes[(position + 1)...].firstIndex(of: bytes[position]) else { return nil }
                position = end + 1
            default: position += 1
            }
        }
        return nil
    }

    private mutating func skip(_ mark: StaticString) -> Bool {
        let isThere = mark.withUTF8Buffer { bytes[position...].starts(with: $0) }
        if isThere { position += mark.utf8CodeUnitCount }
        return isThere
    }

    /// The text before the mark; nil where the mark is absent.
    private mutating func skip(past mark: StaticString) -> ArraySlice<UInt8>? {
        let start = position
        while position < bytes.count {
            let end = position
            if skip(mark) { return bytes[start..<end] }
            position += 1
        }
        return nil
    }

    /// With `&lt;` and its like, and references to characters, as what they mean (XML 1.0, 4.1 and 4.6); others stay.
    private static func unescape(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
        var output: [UInt8] = []
        var rest = bytes
        while let first = rest.first {
            if first == UInt8(ascii: "&"), let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")),
                let scalar = character(String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self))
            {
                output.append(contentsOf: String(scalar).utf8)
                rest = rest[(end + 1)...]
            } else {
                output.append(first)
                rest = rest.dropFirst()
            }
        }
        return output
    }

    private static func character(_ reference: String) -> Unicode.Scalar? {
        switch reference {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard reference.begins(with: "#") else { return nil }
            let isHex = reference.begins(with: "#x")
            let digits = reference.dropFirst(isHex ? 2 : 1)
            return UInt32(digits, radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init)
        }
    }
}
