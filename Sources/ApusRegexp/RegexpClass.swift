/// The characters that match an atom of a regular expression.
indirect enum RegexpClass: Sendable {
    case range(Unicode.Scalar, Unicode.Scalar)
    /// A general category by one or two letters: `L`, `Lu`.
    case category(String)
    case property(RegexpProperty)
    case any([RegexpClass])
    case not(RegexpClass)

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .range(let first, let last): first <= scalar && scalar <= last
        case .category(let name): scalar.properties.generalCategory.abbreviation.hasPrefix(name)
        case .property(let property): property.holds(for: scalar)
        case .any(let classes): classes.contains { $0.contains(scalar) }
        case .not(let other): !other.contains(scalar)
        }
    }

    static func one(_ scalar: Unicode.Scalar) -> RegexpClass { .range(scalar, scalar) }

    /// The only character, if the class has exactly one.
    var onlyCharacter: Unicode.Scalar? {
        if case .range(let first, let last) = self, first == last { first } else { nil }
    }

    static let digit = RegexpClass.range("0", "9")
    static let word = RegexpClass.any([.range("a", "z"), .range("A", "Z"), .range("0", "9"), .one("_")])
    /// ASCII white space, which authors of RFC 9485 patterns expect for `\s`.
    static let asciiSpace = RegexpClass.any([.one(" "), .range("\t", "\r")])
    /// White space and line terminators (ECMA-262, sections 12.2 and 12.3).
    static let space = RegexpClass.any([
        asciiSpace, .one("\u{A0}"), .one("\u{FEFF}"), .range("\u{2028}", "\u{2029}"), .category("Zs"),
    ])
    /// RFC 9485, section 5.3: any character except line feed and carriage return.
    static let interoperableDot = RegexpClass.not(.any([.one("\n"), .one("\r")]))
    /// ECMA-262, section 22.2.2.7: any character except line terminators.
    static let dot = RegexpClass.not(.any([.one("\n"), .one("\r"), .range("\u{2028}", "\u{2029}")]))
}

/// Binary properties for `\p{…}` (ECMA-262, table 67), as far as the standard library supports them.
enum RegexpProperty: String, Sendable {
    case any = "Any"
    case ascii = "ASCII"
    case alphabetic = "Alphabetic"
    case alpha = "Alpha"
    case lowercase = "Lowercase"
    case uppercase = "Uppercase"
    case whiteSpace = "White_Space"
    case emoji = "Emoji"
    case idStart = "ID_Start"
    case idContinue = "ID_Continue"

    func holds(for scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .any: true
        case .ascii: scalar.isASCII
        case .alphabetic, .alpha: scalar.properties.isAlphabetic
        case .lowercase: scalar.properties.isLowercase
        case .uppercase: scalar.properties.isUppercase
        case .whiteSpace: scalar.properties.isWhitespace
        case .emoji: scalar.properties.isEmoji
        case .idStart: scalar.properties.isIDStart
        case .idContinue: scalar.properties.isIDContinue
        }
    }
}
