import Fuzzing

/// Edits of bytes, as a fuzzer without knowledge of their grammar makes them.
enum ByteEdits {
    /// Delimiters of URLs, headers, JSON and YAML, and their escapes.
    private static let pieces = [
        "/", "//", "?", "#", "@", ":", "\\", "{", "}", "[", "]", ".", "..", "%", "%2f", "%2e", "%00", "+", "=", ",",
        ";", "\"", "'", "\n", "\r\n",
        "\t", " ", "\0", "\u{301}", "\u{FEFF}", "\\u002f", "evil.test", "https://", "http://", "gen", "- ", "&a ", "*a",
        "é", "🔑",
    ].map { Array($0.utf8) }

    /// One to four of them.
    static func edit(_ bytes: [UInt8], _ random: inout Randomness) -> [UInt8] {
        var edited = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let index = Int.random(in: 0...edited.count, using: &random)
            let end = min(edited.count, index + Int.random(in: 0...8, using: &random))
            switch Int.random(in: 0..<5, using: &random) {
            case 0: edited.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: index)
            case 1: edited.replaceSubrange(index..<end, with: pieces.randomElement(using: &random) ?? [])
            case 2: edited.removeSubrange(index..<end)
            case 3: edited.insert(contentsOf: edited[index..<end], at: index)
            default: if index < edited.count { edited[index] = UInt8.random(in: .min ... .max, using: &random) }
            }
        }
        return edited
    }
}
