internal import ApusJSON

/// Strings as YAML 1.2 scalars that every reader takes for the same string.
enum YAMLScalar {
    /// Words that some version of YAML reads as another type.
    private static let otherTypes: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]

    /// On one line: plain where that is the string, otherwise in double quotes.
    static func inline(_ text: String) -> String {
        isPlain(text) ? text : quote(text)
    }

    /// Several lines as a literal block; nil where one could not be read back unchanged.
    static func block(_ text: String, indentation: String) -> String? {
        let body = text.hasSuffix("\n") ? String(text.dropLast()) : text
        guard body.contains("\n"), text.unicodeScalars.allSatisfy({ $0 == "\n" || isPrintable($0) }) else { return nil }
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, !first.isEmpty, !first.hasPrefix(" "), lines.last?.isEmpty == false,
            !lines.contains(where: { $0.hasSuffix(" ") })
        else { return nil }
        let head = text.hasSuffix("\n") ? "|" : "|-"
        return ([head] + lines.map { $0.isEmpty ? "" : indentation + $0 }).joined(separator: "\n")
    }

    /// Letters, digits and a few signs, beginning with a letter, and no word of another type.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isAlphabetic || first == "/" || first == "$",
            !otherTypes.contains(text.lowercased()), !text.hasSuffix(" ")
        else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || " _-./$(){}+".unicodeScalars.contains(scalar)
        }
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && !HiddenScalars.contains(scalar)
    }

    private static func quote(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case _ where isPrintable(scalar): quoted.unicodeScalars.append(scalar)
            default:
                let code = String(scalar.value, radix: 16, uppercase: true)
                let width = scalar.value > 0xFFFF ? 8 : 4
                quoted += (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - code.count) + code
            }
        }
        return quoted + "\""
    }
}
