/// A Swift file with the properties that the rules check.
struct SwiftFile: Sendable {
    /// Relative to the repository: `Sources/ApusJSON/JSONTape.swift`.
    let path: String
    let text: String
    /// The text with comments and string literals blanked, line by line at the same columns.
    let code: [Substring]

    init(path: String, text: String) {
        self.path = path
        self.text = text
        code = SwiftMask.mask(text).split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// `Sources/ApusJSON/JSONTape.swift` → `ApusJSON`.
    var module: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : String(parts.first ?? "")
    }

    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// A final newline ends the last line and begins none.
    var lineCount: Int { code.last?.isEmpty == true ? code.count - 1 : code.count }

    struct Import {
        let module: String
        let line: Int
        /// In the `#else` of `#if canImport(FoundationEssentials)`.
        let isFallback: Bool
    }

    var imports: [Import] {
        var found: [Import] = []
        var conditions: [String] = []
        for (index, line) in code.enumerated() {
            let words = line.split { $0 == " " || $0 == "\t" }
            switch words.first {
            case "#if": conditions.append(line.filter { $0 != " " })
            case "#else", "#elseif": conditions[max(0, conditions.count - 1)...] = ["else" + (conditions.last ?? "")]
            case "#endif": _ = conditions.popLast()
            default:
                guard let module = Self.importedModule(words) else { continue }
                let isFallback = conditions.last == "else#ifcanImport(FoundationEssentials)"
                found.append(Import(module: module, line: index + 1, isFallback: isFallback))
            }
        }
        return found
    }

    /// `["@testable", "public", "import", "struct", "Foo.Bar"]` → `Foo`.
    private static func importedModule(_ words: [Substring]) -> String? {
        let modifiers: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
        let rest = words.drop { modifiers.contains($0) || $0.hasPrefix("@") }
        guard rest.first == "import" else { return nil }
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
        let name = rest.dropFirst().drop { kinds.contains($0) }.first
        return name?.split { $0 == "." || $0 == ";" }.first.map(String.init)
    }
}
