/// A markdown file in pieces: lines of prose, and fenced blocks.
public struct Chapter {
    public enum Piece: Equatable {
        case prose([String])
        case block(Block)
    }

    public struct Block: Equatable {
        /// The text after the opening fence: `yaml`, `swift operations`.
        public var info: String
        /// The line of the opening fence, from 1.
        public var line: Int
        public var content: [String]

        public init(info: String, line: Int, content: [String]) {
            self.info = info
            self.line = line
            self.content = content
        }

        public var language: Substring { info.split(separator: " ").first ?? "" }
        public var words: [Substring] { Array(info.split(separator: " ").dropFirst()) }

        var isDocument: Bool { language == "yaml" || language == "json" }
        /// `yaml file=schemas/pet.yaml` after a document: a file that the document refers to.
        var file: Substring? { words.first { $0.hasPrefix("file=") }?.dropFirst(5) }
        /// `yaml overlay` after a document: an overlay that is applied to it, or its actions alone.
        var isOverlay: Bool { words.first == "overlay" }

        /// Whether the lines are values of a compiled type, which the first word after the fence names.
        public var holdsValues: Bool { ["wire", "validate", "strict"].contains(language) }
        /// Whether the lines are calls: requests in Swift, or responses of the operation that the first word after the fence names.
        public var holdsCalls: Bool { ["request", "answer"].contains(language) }

        /// The lines of a `request` or `answer` block without what follows from them, which is behind arrows.
        public var inputs: [(text: String, line: Int)] {
            content.enumerated().filter { !$1.hasPrefix(Block.arrow) && !$1.isEmpty }
                .map { (text: $1, line: line + 1 + $0) }
        }

        public static let arrow = "→"
    }

    /// A document in YAML or JSON with further files and overlays, and the blocks after it that show what follows from it.
    public struct Example {
        /// `Unions2` for the second example of `unions.md`: the type that encloses its compiled types.
        public let name: String
        /// The pieces of the document, its files and its overlays.
        public var inputs: [Int]
        /// The pieces of the blocks after them.
        public var outputs: [Int]
    }

    /// The name of the file without its ending.
    public let topic: String
    public var pieces: [Piece] = []

    public init(topic: String, text: String) {
        self.topic = topic
        var prose: [String] = []
        var open: Block?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let isFence = line.hasPrefix("```")
            if isFence, let block = open {
                pieces.append(.block(block))
                open = nil
            } else if isFence {
                pieces.append(.prose(prose))
                prose = []
                open = Block(info: String(line.dropFirst(3)), line: index + 1, content: [])
            } else if open != nil {
                open?.content.append(String(line))
            } else {
                prose.append(String(line))
            }
        }
        pieces.append(.prose(prose))
    }

    public var text: String {
        pieces.map { piece in
            switch piece {
            case .prose(let lines): lines.joined(separator: "\n")
            case .block(let block): (["```" + block.info] + block.content + ["```"]).joined(separator: "\n")
            }
        }.joined(separator: "\n")
    }

    public var examples: [Example] {
        var examples: [Example] = []
        for (index, piece) in pieces.enumerated() {
            guard case .block(let block) = piece else { continue }
            if block.isDocument, block.file == nil, !block.isOverlay {
                let name = topic.prefix(1).uppercased() + topic.dropFirst() + String(examples.count + 1)
                examples.append(Example(name: name, inputs: [index], outputs: []))
            } else if let last = examples.indices.last {
                if block.isDocument {
                    examples[last].inputs.append(index)
                } else {
                    examples[last].outputs.append(index)
                }
            }
        }
        return examples
    }

    public func blocks(at indices: [Int]) -> [Block] {
        indices.compactMap { index in
            guard case .block(let block) = pieces[index] else { return nil }
            return block
        }
    }
}
