/// Names on the command line and in the environment from names of the declarations.
enum OptionName {
    /// `companyID` → `company-id`, `` `in` `` → `in`, `HTTPCode` → `http-code`.
    static func option(_ name: String) -> String { words(name).joined(separator: "-").lowercased() }

    /// `BearerAuth` → `BEARER_AUTH`.
    static func variable(_ name: String) -> String { words(name).joined(separator: "_").uppercased() }

    private static func words(_ name: String) -> [String] {
        var words: [String] = []
        var word = ""
        let scalars = Array(name.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            guard isLetter(scalar) || ("0"..."9").contains(scalar) else {
                if !word.isEmpty { words.append(word) }
                word = ""
                continue
            }
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            let last = word.unicodeScalars.last ?? "A"
            if isCapital(scalar), !word.isEmpty, !isCapital(last) || isLetter(next) && !isCapital(next) {
                words.append(word)
                word = ""
            }
            word.unicodeScalars.append(scalar)
        }
        if !word.isEmpty { words.append(word) }
        return words.isEmpty ? ["value"] : words
    }

    private static func isCapital(_ scalar: Unicode.Scalar) -> Bool { ("A"..."Z").contains(scalar) }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        isCapital(scalar) || ("a"..."z").contains(scalar) || scalar.value > 0x7F
    }
}
