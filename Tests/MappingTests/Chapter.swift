/// A markdown file in pieces: lines of prose, and fenced blocks.
struct Chapter {
    enum Piece: Equatable {
        case prose([String])
        case block(Block)
    }

    struct Block: Equatable {
        /// The text after the opening fence: `yaml`, `swift operations`.
        var info: String
        var line: Int
        var content: [String]

        var language: Substring { info.split(separator: " ").first ?? "" }
        var words: [Substring] { Array(info.split(separator: " ").dropFirst()) }

        var isDocument: Bool { language == "yaml" || language == "json" }
        /// `yaml file=schemas/pet.yaml` after a document: a file that the document refers to.
        var file: Substring? { words.first { $0.hasPrefix("file=") }?.dropFirst(5) }
        /// `yaml overlay` after a document: an overlay that is applied to it, or its actions alone.
        var isOverlay: Bool { words.first == "overlay" }
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

    /// The indices of the blocks of an example: a document in YAML or JSON, further files and overlays, and their
    /// outputs.
    var examples: [(inputs: [Int], outputs: [Int])] {
        var examples: [(inputs: [Int], outputs: [Int])] = []
        for (place, piece) in pieces.enumerated() {
            guard case .block(let block) = piece else { continue }
            if block.isDocument, block.file == nil, !block.isOverlay {
                examples.append(([place], []))
            } else if let last = examples.indices.last {
                if block.isDocument {
                    examples[last].inputs.append(place)
                } else {
                    examples[last].outputs.append(place)
                }
            }
        }
        return examples
    }

    func blocks(at places: [Int]) -> [Block] {
        places.compactMap { place in
            guard case .block(let block) = pieces[place] else { return nil }
            return block
        }
    }

    /// The requests of the `request` blocks among these: Swift that creates a builder, line by line.
    func requests(of outputs: [Int]) -> [String] {
        blocks(at: outputs).filter { $0.language == "request" }.flatMap(CallBlock.inputs)
    }

    /// The operations that `answer` blocks among these name.
    func answered(of outputs: [Int]) -> [String] {
        var names: [String] = []
        for block in blocks(at: outputs) where block.language == "answer" {
            if let name = block.words.first.map(String.init), !names.contains(name) { names.append(name) }
        }
        return names
    }
}
