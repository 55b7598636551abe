/// A markdown file in pieces: lines of prose, and fenced blocks.
struct Chapter {
    enum Piece: Equatable {
        case prose([String])
        case block(Block)
    }

    struct Block: Equatable {
        /// What stands behind the opening fence: `yaml`, `swift operations`.
        var info: String
        var line: Int
        var content: [String]

        var language: Substring { info.split(separator: " ").first ?? "" }
        var words: [Substring] { Array(info.split(separator: " ").dropFirst()) }
    }

    var pieces: [Piece] = []

    init(text: String) {
        var prose: [String] = []
        var open: Block?
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let isFence = line.hasPrefix("```")
            if isFence, let block = open {
                pieces.append(.block(block))
                open = nil
            } else if isFence {
                pieces.append(.prose(prose))
                prose = []
                open = Block(info: String(line.dropFirst(3)), line: place + 1, content: [])
            } else if open != nil {
                open?.content.append(String(line))
            } else {
                prose.append(String(line))
            }
        }
        pieces.append(.prose(prose))
    }

    var text: String {
        pieces.map { piece in
            switch piece {
            case .prose(let lines): lines.joined(separator: "\n")
            case .block(let block): (["```" + block.info] + block.content + ["```"]).joined(separator: "\n")
            }
        }.joined(separator: "\n")
    }

    /// The types that the `wire`, `validate` and `strict` blocks among these name, in JSON or in XML.
    func wiredTypes(of outputs: [Int], inXML: Bool) -> [String] {
        var names: [String] = []
        for place in outputs {
            guard case .block(let block) = pieces[place], WireBlock.languages.contains(String(block.language)),
                let name = block.words.first
            else {
                continue
            }
            if block.words.contains("xml") == inXML, !names.contains(String(name)) { names.append(String(name)) }
        }
        return names
    }

    /// The indices of the blocks that an example consists of: a document in yaml or json, and what is made of it.
    var examples: [(input: Int, outputs: [Int])] {
        var examples: [(input: Int, outputs: [Int])] = []
        for (place, piece) in pieces.enumerated() {
            guard case .block(let block) = piece else { continue }
            if block.language == "yaml" || block.language == "json" {
                examples.append((place, []))
            } else if !examples.isEmpty {
                examples[examples.count - 1].outputs.append(place)
            }
        }
        return examples
    }
}
