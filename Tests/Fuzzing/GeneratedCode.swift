public import ApusEmission

/// Properties of every generated file, whatever the document contains.
public enum GeneratedCode {
    /// One line for each problem.
    public static func findProblems(in client: GeneratedClient) -> [String] {
        findProblems(in: client.files)
    }

    public static func findProblems(in files: [GeneratedFile]) -> [String] {
        findNameProblems(files.map(\.path)) + files.flatMap { findProblems(in: $0.contents, of: $0.path) }
    }

    /// Names that are valid and distinct on every file system.
    private static func findNameProblems(_ paths: [String]) -> [String] {
        var problems: [String] = []
        var folded: Set<String> = []
        var names: Set<String> = []
        for path in paths {
            if !folded.insert(path.lowercased()).inserted {
                problems.append("\(path): differs from another by case only")
            }
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            if parts.count > 3 || path.hasPrefix("/") { problems.append("\(path): leaves its folder") }
            if let name = parts.last, !names.insert(name.lowercased()).inserted {
                problems.append("\(path): twice a name")
            }
            for part in parts where !isPortable(part) { problems.append("\(path): not a name on every disk") }
        }
        return problems
    }

    private static func isPortable(_ name: Substring) -> Bool {
        let stem = name.prefix { $0 != "." }.lowercased()
        let isDevice =
            ["con", "prn", "aux", "nul"].contains(stem)
            || stem.count == 4 && (stem.hasPrefix("com") || stem.hasPrefix("lpt")) && stem.last?.isNumber == true
        let isPlain = name.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && !"<>:\"/\\|?*\u{7F}".unicodeScalars.contains($0)
        }
        return isPlain && !isDevice && !name.isEmpty && name.utf8.count <= 200 && !name.hasPrefix(".")
            && !name.hasSuffix(".") && !name.hasSuffix(" ") && !name.hasPrefix("-")
    }

    /// The lines that begin and end a raw literal of several lines; the labels are those of examples.
    private static let openings = Set(["", "minimal: ", "full: "].map { $0 + "#\"\"\"" })
    private static let closings: Set<String> = ["\"\"\"#", "\"\"\"#,"]

    private static func findProblems(in text: String, of path: String) -> [String] {
        var problems: [String] = []
        for scalar in text.unicodeScalars where isHidden(scalar) {
            problems.append("\(path): holds U+" + String(scalar.value, radix: 16, uppercase: true))
            break
        }
        guard path.hasSuffix(".swift") else { return problems }
        var isRaw = false
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let trimmed = line.drop { $0 == " " }
            if isRaw ? closings.contains(String(trimmed)) : openings.contains(String(trimmed)) {
                isRaw.toggle()
                continue
            }
            if isRaw {
                // Nothing but these ends a raw literal or begins code in it.
                if line.contains("\"\"\"") || line.contains("\\#") {
                    problems.append("\(path):\(index + 1): a raw literal that ends: \(line)")
                }
                continue
            }
            guard let code = findCode(in: line) else {
                problems.append("\(path):\(index + 1): a literal without an end: \(line)")
                continue
            }
            if code.contains("evil_") || code.contains("/*") { problems.append("\(path):\(index + 1): \(line)") }
        }
        if isRaw { problems.append("\(path): a raw literal without an end") }
        return problems
    }

    /// A line without its comment and the text of its literals, interpolations kept; nil when a literal does not end. Generated code has comments and
    /// literals of one line only, raw ones for JSON, and raw literals between lines of their own.
    private static func findCode(in line: Substring) -> String? {
        var code: [UInt8] = []
        var bytes = line.utf8.makeIterator()
        var previous: UInt8 = 0
        while let byte = bytes.next() {
            if byte == UInt8(ascii: "/"), previous == byte { break }
            code.append(byte)
            let isRaw = previous == UInt8(ascii: "#")
            previous = byte
            guard byte == UInt8(ascii: "\"") else { continue }
            if isRaw {
                guard skipRawLiteral(&bytes) else { return nil }
                continue
            }
            while true {
                guard let inner = bytes.next() else { return nil }
                if inner == byte { break }
                guard inner == UInt8(ascii: "\\"), bytes.next() == UInt8(ascii: "(") else { continue }
                while let part = bytes.next(), part != UInt8(ascii: ")") { code.append(part) }
            }
        }
        return String(decoding: code, as: UTF8.self)
    }

    /// To behind `"#`; false where it does not end, or begins code with `\#`.
    private static func skipRawLiteral(_ bytes: inout Substring.UTF8View.Iterator) -> Bool {
        var previous: UInt8 = 0
        while let byte = bytes.next() {
            if byte == UInt8(ascii: "#") { return previous == UInt8(ascii: "\"") }
            previous = byte
        }
        return false
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0xFEFF: true
        default: false
        }
    }
}
