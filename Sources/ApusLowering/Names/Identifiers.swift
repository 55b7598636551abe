/// Converts any text to a Swift identifier, in Swift's conventions. Pure: the same text always gives the same name.
/// ``NameScope`` makes names unique, ``Keywords`` handles keywords.
enum Identifiers {
    /// `contact_id` → `contactID`, `HTMLBody` → `htmlBody`, `+1` → `plus1`, `2fa` → `_2fa`, `` → the fallback.
    static func member(_ text: String, fallback: String = "value") -> String {
        let words = splitSigned(text)
        let parts = words.words.enumerated().map { index, word in
            index == 0 ? lowerFirst(word) : capitalize(word, keepsCapitals: words.isMixedCase)
        }
        return finish(join(parts, of: text), of: text, fallback: fallback, isType: false)
    }

    /// `contact_id` → `ContactID`, `page<contact>` → `PageContact`, `ACL` → `ACL`, `STATUS_TYPE` → `StatusType`.
    static func type(_ text: String, fallback: String = "Model") -> String {
        let words = Words(text)
        let keepsCapitals = words.isMixedCase || words.words.count == 1 && (words.words.first?.utf8.count ?? 0) <= 4
        let parts = words.words.map { capitalize($0, keepsCapitals: keepsCapitals) }
        return finish(join(parts, of: text), of: text, fallback: fallback, isType: true)
    }

    /// Separate digits remain separate: `v1_0` is not `v10`.
    private static func append(_ word: String, to name: inout String) {
        if name.last?.isNumber == true, word.first?.isNumber == true { name += "_" }
        name += word
    }

    /// A sentence as a name, or an id that a framework derived from a path, is too long to read. It keeps its first and
    /// last words and gets four digits, a hash of the whole text, so that neither its neighbors nor their order matter.
    private static func join(_ words: [String], of text: String) -> String {
        var name = ""
        for word in words { append(word, to: &name) }
        if name.count <= lengthLimit { return name }
        var (start, end) = ("", 0)
        while end < words.count, start.count + words[end].count <= startLimit {
            append(words[end], to: &start)
            end += 1
        }
        if start.isEmpty { start = String(name.prefix(startLimit)) }
        var (first, length) = (words.count, 0)
        while first > max(end, 1), length + words[first - 1].count <= endLimit {
            first -= 1
            length += words[first].count
        }
        for word in words[first...] { append(word, to: &start) }
        append(digits(of: text), to: &start)
        return start
    }

    /// Four digits that are made from a text.
    private static func digits(of text: String) -> String {
        String(String(Shards.hash(text) & 0xFFFF | 0x1_0000, radix: 16).dropFirst()).uppercased()
    }

    /// A name that is made of words which are names already; nil where it would have to be shortened.
    static func join(words: [String]) -> String? {
        var name = ""
        for word in words { append(word, to: &name) }
        return name.count <= lengthLimit ? name : nil
    }

    static let lengthLimit = 80
    private static let startLimit = 44
    private static let endLimit = 20

    /// The name of an enum's case for a raw value: `-created` → `minusCreated`, `` → `empty`, `>=` → `greaterThanEquals`.
    static func enumCase(_ text: String) -> String {
        member(text, fallback: "empty")
    }

    /// A case for a number: `0` → `value0`, `-1` → `valueMinus1`, `0.5` → `value0_5`.
    static func enumCase(number text: String) -> String {
        var name = "value"
        for character in text {
            switch character {
            case "-": name += "Minus"
            case "+": continue
            case ".": name += "_"
            default: name.append(character)
            }
        }
        return name
    }

    /// A leading symbol distinguishes names that are otherwise equal (`name` and `-name` as sort orders), so it is
    /// spelled out.
    private static func splitSigned(_ text: String) -> Words {
        guard let sign = text.first, sign == "-" || sign == "+", text.dropFirst().first.map(isAlphanumeric) == true
        else {
            return Words(text)
        }
        return Words((sign == "-" ? "minus " : "plus ") + text.dropFirst())
    }

    private static func isAlphanumeric(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { Words.Kind($0) != .separator } ?? false
    }

    private static func lowerFirst(_ word: String) -> String {
        let lower = word.lowercased()
        if Initialisms.spellings[lower] != nil || lower.hasPrefix("oauth") || lower.hasPrefix("ipv") { return lower }
        if word == "iOS" || word == "macOS" { return word }
        if isAllCapitals(word) { return lower }
        return word.prefix(1).lowercased() + word.dropFirst()
    }

    private static func capitalize(_ word: String, keepsCapitals: Bool) -> String {
        let lower = word.lowercased()
        if let spelling = Initialisms.spellings[lower] { return spelling }
        if lower.hasPrefix("oauth") { return "OAuth" + lower.dropFirst(5) }
        if lower == "ios" || lower == "macos" { return lower == "ios" ? "IOS" : "MacOS" }
        if lower == "ipv4" || lower == "ipv6" { return "IPv" + lower.suffix(1) }
        if isAllCapitals(word), !keepsCapitals { return lower.prefix(1).uppercased() + lower.dropFirst() }
        return word.prefix(1).uppercased() + word.dropFirst()
    }

    private static func isAllCapitals(_ word: String) -> Bool {
        !word.unicodeScalars.contains { Words.Kind($0) == .lower }
    }

    private static func finish(_ name: String, of text: String, fallback: String, isType: Bool) -> String {
        guard !name.isEmpty else { return text.isEmpty ? fallback : spellSymbols(text, isType: isType) }
        if isType, name.allSatisfy(\.isNumber) {
            return (name.count == 3 && ("1"..."5").contains(name.prefix(1)) ? "Status" : "Model") + name
        }
        return beginsIdentifier(name) ? name : "_" + name
    }

    private static func beginsIdentifier(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first else { return false }
        if first.isASCII { return !("0"..."9").contains(first) }
        return first.properties.isXIDStart
    }

    /// A name for text without letters or digits: known symbols by word, others by code point.
    private static func spellSymbols(_ text: String, isType: Bool) -> String {
        var words: [String] = []
        for scalar in text.unicodeScalars.prefix(8) {
            if scalar == " " || scalar == "_" { continue }
            words.append(symbols[scalar] ?? "u" + String(scalar.value, radix: 16, uppercase: true))
        }
        guard let first = words.first else { return isType ? "Blank" : "blank" }
        let rest = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        return (isType ? first.prefix(1).uppercased() + first.dropFirst() : first) + rest
    }

    private static let symbols: [Unicode.Scalar: String] = [
        "+": "plus", "-": "minus", "*": "asterisk", "/": "slash", "%": "percent", "<": "lessThan", ">": "greaterThan",
        "=": "equals", ".": "dot", ",": "comma", "#": "hash", "@": "at", "&": "and", "!": "not", "$": "dollar",
        "~": "tilde",
        "|": "or", ":": "colon", ";": "semicolon", "?": "question", "^": "caret", "\\": "backslash", "\"": "quote",
        "'": "apostrophe", "(": "open", ")": "close", "[": "openBracket", "]": "closeBracket", "{": "openBrace",
        "}": "closeBrace",
    ]
}
