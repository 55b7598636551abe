/// Which characters an atom of a regular expression takes.
indirect enum RegexpClass: Sendable {
    case range(Unicode.Scalar, Unicode.Scalar)
    /// Any but line feed and carriage return.
    case dot
    /// A general category by one or two letters: `L`, `Lu`.
    case category(String)
    case any([RegexpClass])
    case not(RegexpClass)

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .range(let first, let last): first <= scalar && scalar <= last
        case .dot: scalar != "\n" && scalar != "\r"
        case .category(let name): Self.abbreviate(scalar.properties.generalCategory).hasPrefix(name)
        case .any(let classes): classes.contains { $0.contains(scalar) }
        case .not(let other): !other.contains(scalar)
        }
    }

    static let digit = RegexpClass.range("0", "9")
    static let word = RegexpClass.any([.range("a", "z"), .range("A", "Z"), .range("0", "9"), .range("_", "_")])
    static let space = RegexpClass.any([.range(" ", " "), .range("\t", "\r")])

    static let categories: Set<String> = Set(
        Self.names.values.flatMap { [$0, String($0.prefix(1))] })

    private static func abbreviate(_ category: Unicode.GeneralCategory) -> String {
        names[category] ?? "Cn"
    }

    private static let names: [Unicode.GeneralCategory: String] = [
        .uppercaseLetter: "Lu", .lowercaseLetter: "Ll", .titlecaseLetter: "Lt", .modifierLetter: "Lm",
        .otherLetter: "Lo", .nonspacingMark: "Mn", .spacingMark: "Mc", .enclosingMark: "Me", .decimalNumber: "Nd",
        .letterNumber: "Nl", .otherNumber: "No", .connectorPunctuation: "Pc", .dashPunctuation: "Pd",
        .openPunctuation: "Ps", .closePunctuation: "Pe", .initialPunctuation: "Pi", .finalPunctuation: "Pf",
        .otherPunctuation: "Po", .mathSymbol: "Sm", .currencySymbol: "Sc", .modifierSymbol: "Sk", .otherSymbol: "So",
        .spaceSeparator: "Zs", .lineSeparator: "Zl", .paragraphSeparator: "Zp", .control: "Cc", .format: "Cf",
        .privateUse: "Co", .unassigned: "Cn",
    ]
}
