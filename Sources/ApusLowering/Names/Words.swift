/// The words of a name: `contact_id` → contact, id; `HTMLBody` → HTML, Body; `contactIDs` → contact, IDs.
struct Words {
    private(set) var words: [String] = []
    /// Whether the name has lower-case letters, so that its capitals are significant: in `STATUS_ACTIVE` they are not.
    private(set) var isMixedCase = false

    init(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        var word = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let kind = Kind(scalar)
            if kind == .lower { isMixedCase = true }
            guard kind != .separator else {
                close(&word)
                continue
            }
            if kind == .upper, !word.isEmpty, Words.startsWord(at: index, in: scalars) { close(&word) }
            word.append(scalar)
        }
        close(&word)
        joinCompounds()
    }

    private mutating func close(_ word: inout String.UnicodeScalarView) {
        guard !word.isEmpty else { return }
        words.append(String(word))
        word = String.UnicodeScalarView()
    }

    /// Whether a capital begins a word: after any other character than a capital, and as the last of several capitals
    /// followed by lower-case letters, unless these are the `s` of a plural (`IDs`).
    private static func startsWord(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard index > 0, Kind(scalars[index - 1]) == .upper else { return true }
        guard index + 1 < scalars.count, Kind(scalars[index + 1]) == .lower else { return false }
        let isPlural = scalars[index + 1] == "s" && (index + 2 == scalars.count || Kind(scalars[index + 2]) != .lower)
        return !isPlural
    }

    /// `O`, `Auth2` → `OAuth2`; `i`, `OS` → `iOS`: words with an inner capital.
    private mutating func joinCompounds() {
        guard words.count > 1 else { return }
        var joined: [String] = []
        for word in words {
            if let last = joined.last, Words.isCompound(last, word) {
                joined[joined.count - 1] = last + word
            } else {
                joined.append(word)
            }
        }
        words = joined
    }

    private static func isCompound(_ first: String, _ second: String) -> Bool {
        switch first {
        case "O": second.hasPrefix("Auth")
        case "I": second == "Pv4" || second == "Pv6"
        case "i": second == "OS"
        case "mac": second == "OS"
        default: false
        }
    }

    /// The class of a scalar for splitting. Letters without case count as lower case.
    enum Kind: Equatable {
        case lower, upper, digit, separator

        init(_ scalar: Unicode.Scalar) {
            switch scalar {
            case "a"..."z": self = .lower
            case "A"..."Z": self = .upper
            case "0"..."9": self = .digit
            default: self = scalar.isASCII ? .separator : Kind(beyondASCII: scalar)
            }
        }

        /// XID_Continue (UAX #31) excludes emoji, bidirectional controls and punctuation.
        private init(beyondASCII scalar: Unicode.Scalar) {
            let properties = scalar.properties
            if !properties.isXIDContinue || properties.isDefaultIgnorableCodePoint {
                self = .separator
            } else if properties.isUppercase {
                self = .upper
            } else {
                self = properties.numericType != nil ? .digit : .lower
            }
        }
    }
}
