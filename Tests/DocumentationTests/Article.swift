/// The Swift code of an article, each block with its preceding hidden comments.
///
/// `<!-- setup: … -->` is put before the next block, `<!-- declare: … -->` before all blocks of the article. `<!-- test: FILE -->` says that the
/// next block is a part of that file in `Tasks`, which runs it.
struct Article {
    struct Snippet {
        var imports: [String] = []
        var setup = ""
        var lines: [String] = []
        /// The file of tests that has the lines; nil: they are compiled as a function of their own.
        var test: String?

        /// Whether a file has the lines, one after the other and indented alike.
        func isPart(of source: String) -> Bool {
            let all = source.split(separator: "\n", omittingEmptySubsequences: false)
            guard lines.first?.isEmpty == false else { return false }
            return all.indices.contains { start in
                let indentation = all[start].prefix { $0 == " " }
                let indented = lines.map { $0.isEmpty ? "" : indentation + $0 }
                return all[start...].starts(with: indented, by: ==)
            }
        }
    }

    private(set) var snippets: [Snippet] = []

    init(_ text: String) {
        var declarations: [String] = []
        var setup = ""
        var test: String?
        var block: Snippet?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let open = block {
                guard line != "```" else {
                    snippets.append(open)
                    block = nil
                    continue
                }
                if line.hasPrefix("import ") {
                    block?.imports.append(String(line))
                } else {
                    block?.lines.append(String(line))
                }
            } else if line == "```swift" {
                block = Snippet(setup: setup, test: test)
                setup = ""
                test = nil
            } else if let text = Self.comment("setup", in: line) {
                setup = text
            } else if let text = Self.comment("test", in: line) {
                test = text
            } else if let text = Self.comment("declare", in: line) {
                declarations.append(text)
            }
        }
        for index in snippets.indices where !declarations.isEmpty {
            let before = declarations.joined(separator: "; ")
            snippets[index].setup = snippets[index].setup.isEmpty ? before : "\(before); \(snippets[index].setup)"
        }
    }

    private static func comment(_ word: String, in line: Substring) -> String? {
        let head = "<!-- \(word): "
        guard line.hasPrefix(head), line.hasSuffix(" -->") else { return nil }
        return String(line.dropFirst(head.count).dropLast(4))
    }
}
