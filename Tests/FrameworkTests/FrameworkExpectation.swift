import Foundation

/// The expectations for a document, in the format of `apus dump model`: the first line of a declaration, and below it
/// the beginnings of some of its lines. `warnings:` at the top lists the ids of the expected findings.
struct FrameworkExpectation {
    private struct Block {
        var header: Substring
        var lines: [Substring]
    }

    private let blocks: [Block]
    let warnings: [String]

    /// - Parameter document: The name of its file; `aspnet8.yaml` has `aspnet8.txt`.
    init(_ document: String) throws {
        let file = FrameworkDocument.folder.appending(path: document).deletingPathExtension()
            .appendingPathExtension("txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        blocks = Self.blocks(of: text).filter { !$0.header.hasPrefix("warnings:") }
        warnings =
            text.hasPrefix("warnings:")
            ? text.prefix { $0 != "\n" }.split(separator: " ").dropFirst().map(String.init) : []
    }

    var lineCount: Int { blocks.reduce(0) { $0 + $1.lines.count } }

    /// One text for each declaration or line that a model does not have.
    func problems(in dump: String) -> [String] {
        let found = Self.blocks(of: dump)
        return blocks.flatMap { wanted -> [String] in
            let matching = found.filter { Self.begins($0.header, with: wanted.header) }
            guard let block = matching.first else { return ["there is no \(wanted.header)"] }
            return wanted.lines.filter { line in !block.lines.contains { Self.begins($0, with: line) } }.map { line in
                let key = line.prefix { $0 != " " && $0 != "(" }
                let instead = block.lines.filter { $0.hasPrefix(key) }.joined(separator: " | ")
                return "\(wanted.header): expected \(line), found \(instead.isEmpty ? "nothing of that name" : instead)"
            }
        }
    }

    private static func begins(_ text: Substring, with start: Substring) -> Bool {
        text == start || text.hasPrefix(start + " ")
    }

    /// Nested declarations count as lines of the outermost.
    private static func blocks(of text: String) -> [Block] {
        var blocks: [Block] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix(" ") {
                blocks.indices.last.map { blocks[$0].lines.append(line.drop { $0 == " " }) }
            } else {
                blocks.append(Block(header: line, lines: []))
            }
        }
        return blocks
    }
}
