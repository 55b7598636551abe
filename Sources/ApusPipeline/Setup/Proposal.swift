import ApusJSON

/// A setting of `apus.yaml` that a document shows signs of. `apus init` writes it as a comment, because only the author knows.
struct Proposal: Equatable {
    let key: String
    /// One flow value, or the lines of a block.
    let lines: [String]
    /// The sign in the document.
    let reason: String

    /// `    # rateLimit: { requests: 60, per: 60s }  # the document says "60 requests per minute"`
    func text(indent: String) -> String {
        let head = indent + "# \(key):"
        guard lines.count > 1 else { return "\(head) \(lines.first ?? "")  # \(reason)\n" }
        return "\(head)  # \(reason)\n" + lines.map { indent + "#   \($0)\n" }.joined()
    }
}

/// Text of a document as a YAML scalar on one line.
enum YAMLScalar {
    /// Plain where that has one meaning, otherwise in double quotes with escapes.
    static func text(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || "_/-.0123456789".unicodeScalars.contains($0))
        }
        let begins = text.unicodeScalars.first.map { $0.properties.isAlphabetic || $0 == "/" || $0 == "_" } ?? false
        let words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
        return isPlain && begins && !words.contains(text.lowercased()) ? text : quoted(text)
    }

    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case _
            where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                || [0x2028, 0x2029, 0xFEFF].contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
