/// The Swift code of an article, each block with its preceding hidden comments.
///
/// `<!-- setup: … -->` is put before the next block, `<!-- declare: … -->` before all blocks of the article.
struct Article {
    struct Snippet {
        var imports: [String] = []
        var setup = ""
        var lines: [String] = []
    }

    private(set) var snippets: [Snippet] = []

    init(_ text: String) {
        var declarations: [String] = []
        var setup = ""
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
                block = Snippet(setup: setup)
                setup = ""
            } else if let text = Self.comment("setup", in: line) {
                setup = text
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
