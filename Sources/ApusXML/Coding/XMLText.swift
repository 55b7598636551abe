internal import ApusCodec

/// Scalars in text, in the syntax of XML Schema (XSD 1.1 part 2): surrounding white space is ignored, numbers may have
/// a plus sign and leading zeros, and booleans may be digits.
enum XMLText {
    /// Production 3 of XML 1.0, `S`.
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
    }

    static func trim(_ text: String) -> Substring {
        var bytes = Substring(text).utf8
        while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
        while let last = bytes.last, isSpace(last) { bytes.removeLast() }
        return Substring(bytes)
    }

    /// In JSON's syntax: `+07` → `7`, `.5` → `0.5`, `5.` → `5`, `1E3` unchanged; nil for text that is not a decimal
    /// number.
    static func number(_ text: Substring) -> String? {
        var rest = text.utf8[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        let whole = readDigits(&rest)
        var fraction = ""
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = readDigits(&rest)
        }
        guard !whole.isEmpty || !fraction.isEmpty, let exponent = readExponent(&rest), rest.isEmpty else { return nil }
        let significant = whole.drop { $0 == "0" }
        return (isNegative ? "-" : "") + (significant.isEmpty ? "0" : significant)
            + (fraction.isEmpty ? "" : "." + fraction) + exponent
    }

    private static func readDigits(_ text: inout Substring.UTF8View.SubSequence) -> String {
        let digits = text.prefix { $0 &- UInt8(ascii: "0") < 10 }
        text = text.dropFirst(digits.count)
        return String(decoding: digits, as: UTF8.self)
    }

    /// `e+3`, or nothing; nil where digits are missing.
    private static func readExponent(_ text: inout Substring.UTF8View.SubSequence) -> String? {
        guard let letter = text.first, letter | 0x20 == UInt8(ascii: "e") else { return "" }
        text.removeFirst()
        var sign = ""
        if let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            sign = first == UInt8(ascii: "-") ? "-" : ""
            text.removeFirst()
        }
        let digits = readDigits(&text)
        return digits.isEmpty ? nil : "e" + sign + digits
    }

    static func boolean(_ text: Substring) -> Bool? {
        switch ByteText(text.asciiLowercased) {
        case "true", "1": true
        case "false", "0": false
        default: nil
        }
    }
}

/// Names that XML itself defines.
enum XMLNames {
    /// XML Schema 1.1 part 1, section 2.6.
    static let instance = "http://www.w3.org/2001/XMLSchema-instance"

    /// `{namespace}name` where the namespace differs from the owner's.
    static func qualified(_ name: String, _ namespace: String?, in owner: String?) -> String {
        (namespace ?? "").isSame(as: owner ?? "") ? name : "{\(namespace ?? "")}\(name)"
    }

    static func split(_ key: String, in owner: String?) -> (name: String, namespace: String?) {
        guard key.first == "{", let end = key.firstIndex(of: "}") else { return (key, owner) }
        let namespace = key[key.index(after: key.startIndex)..<end]
        return (String(key[key.index(after: end)...]), namespace.isEmpty ? nil : String(namespace))
    }
}

extension XMLTree {
    /// `xsi:nil="true"`: there is no value.
    var isNil: Bool {
        attributes.contains { attribute in
            attribute.name.isSame(as: "nil") && attribute.namespace?.isSame(as: XMLNames.instance) == true
                && XMLText.boolean(XMLText.trim(attribute.value)) == true
        }
    }

    /// XML Schema's attributes about the element itself are not data.
    var ownAttributes: [XMLAttribute] {
        attributes.filter {
            $0.namespace?.isSame(as: XMLNames.instance) != true || $0.name.isSame(as: "type")
        }
    }
}
