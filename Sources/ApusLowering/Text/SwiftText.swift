/// Validates external text that becomes code unchanged.
public enum SwiftText {
    /// An ASCII identifier that needs no backticks: `Money`, not `1st`, `class` or `_`.
    public static func isName(_ text: some StringProtocol) -> Bool {
        let isWord = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard isWord, let first = text.first, !first.isNumber else { return false }
        let name = String(text)
        return Keywords.escape(name) == name && name != "Type" && name != "Protocol"
    }

    /// Whether a declaration of the name would hide a type of Swift's or Foundation's.
    public static func hidesType(_ name: String) -> Bool { SwiftNames.shadowable.contains(name) }

    /// Names joined by dots: `Money`, `Billing.Money`.
    public static func isPath(_ text: some StringProtocol) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { isName($0) }
    }

    /// A type: `Billing.Money`, `Box<Money>`, `[String: [Money]]`, `Money?`.
    public static func isType(_ text: String) -> Bool {
        var rest = text[...]
        return skipType(&rest, depth: 0) && rest.isEmpty
    }

    /// An attribute: `@MainActor`, `@available(iOS 18, *)`. Its arguments are words, numbers, blanks and a few signs, in one pair of
    /// parentheses and without quotes.
    public static func isAttribute(_ text: String) -> Bool {
        guard text.hasPrefix("@") else { return false }
        let name = text.dropFirst().prefix { $0 != "(" }
        guard isPath(name) else { return false }
        let arguments = text.dropFirst(1 + name.count)
        if arguments.isEmpty { return true }
        guard arguments.count > 2, arguments.hasSuffix(")") else { return false }
        return arguments.dropFirst().dropLast().utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            default: " ,.:_-*".utf8.contains(byte)
            }
        }
    }

    /// The maximum nesting of types, which protects the stack.
    private static let depthLimit = 16

    private static func skipType(_ rest: inout Substring, depth: Int) -> Bool {
        guard depth < depthLimit else { return false }
        skipBlanks(&rest)
        if rest.first == "[" {
            rest.removeFirst()
            guard skipList(&rest, separator: ":", most: 2, end: "]", depth: depth) else { return false }
        } else {
            let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }
            rest = rest.dropFirst(name.count)
            guard isPath(name) else { return false }
            if rest.first == "<" {
                rest.removeFirst()
                guard skipList(&rest, separator: ",", most: depthLimit, end: ">", depth: depth) else { return false }
            }
        }
        if rest.first == "?" { rest.removeFirst() }
        skipBlanks(&rest)
        return true
    }

    private static func skipList(
        _ rest: inout Substring, separator: Character, most: Int, end: Character, depth: Int
    ) -> Bool {
        for _ in 0..<most {
            guard skipType(&rest, depth: depth + 1), let next = rest.popFirst() else { return false }
            if next == end { return true }
            guard next == separator else { return false }
        }
        return false
    }

    private static func skipBlanks(_ rest: inout Substring) {
        rest = rest.drop { $0 == " " }
    }
}
