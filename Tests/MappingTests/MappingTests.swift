import Foundation
import TestSupport
import Testing

/// Compares each chapter's outputs with the generator's. `APUS_UPDATE=1` rewrites the outputs, and fails, so that
/// recording is never mistaken for testing.
struct MappingTests {
    @Test func thereAreChapters() {
        #expect(MappingBook.topics.count > 10)
    }

    @Test(arguments: MappingBook.topics)
    func chapterHolds(topic: String) async throws {
        var chapter = try MappingBook.read(topic)
        let written = chapter.text
        #expect(!chapter.examples.isEmpty, "\(topic).md has no example")
        var compiled: [WireSource.Example] = []
        for example in chapter.examples {
            let inputs = chapter.blocks(at: example.inputs)
            guard let input = inputs.first else { continue }
            let place = "\(topic).md:\(input.line)"
            let generated = try #require(
                MappingExample(input, with: Array(inputs.dropFirst())), "the document at \(place) cannot be read")
            #expect(!example.outputs.isEmpty, "nothing is said about \(place)")
            let name = WireSource.name(of: topic, compiled.count + 1)
            let source = try WireSource.Example(generated.model, as: name, chapter, example.outputs)
            if !source.isEmpty { compiled.append(source) }
            for output in example.outputs {
                guard case .block(var block) = chapter.pieces[output] else { continue }
                let lines = try await settle(block, of: name, generated, input)
                if !Recording.isOn { Self.compare(block, with: lines, in: topic) }
                block.content = lines ?? block.content
                chapter.pieces[output] = .block(block)
            }
        }
        try settleSource(of: topic, compiled)
        guard Recording.isOn, chapter.text != written else { return }
        try Data(chapter.text.utf8).write(to: URL(filePath: MappingBook.path(of: topic)), options: .atomic)
        Issue.record("recorded \(topic).md; run again")
    }

    /// The expected lines of an output block; nil where it names code that is not compiled yet.
    private func settle(
        _ block: Chapter.Block, of name: String, _ generated: MappingExample, _ input: Chapter.Block
    ) async throws -> [String]? {
        let language = String(block.language)
        if WireBlock.languages.contains(language) { return WireBlock.settle(block, example: name) }
        if CallBlock.languages.contains(language) { return await CallBlock.settle(block, example: name) }
        return try generated.output(for: block, input: input)
    }

    @Test func compiledTypesAreListed() throws {
        let listed = { (isWanted: (Chapter, [Int]) -> Bool) in
            try MappingBook.topics.filter { topic in
                let chapter = try MappingBook.read(topic)
                return chapter.examples.contains { isWanted(chapter, $0.outputs) }
            }
        }
        try WireSource.settle(
            WireSource.index(
                listed { !$0.wiredTypes(of: $1, inXML: false).isEmpty },
                inXML: listed { !$0.wiredTypes(of: $1, inXML: true).isEmpty },
                calls: listed { !$0.requests(of: $1).isEmpty || !$0.answered(of: $1).isEmpty }), at: "WireTypes.swift")
    }

    private func settleSource(of topic: String, _ examples: [WireSource.Example]) throws {
        if examples.isEmpty { return }
        try WireSource.settle(WireSource.file(topic, examples), at: topic + ".swift")
    }

    private static func compare(_ block: Chapter.Block, with lines: [String]?, in topic: String) {
        guard let lines else {
            Issue.record("\(topic).md:\(block.line) names a type that is not compiled; record, and build again")
            return
        }
        guard let line = findDifference(block.content, lines) else { return }
        let found = line < lines.count ? lines[line] : "nothing"
        Issue.record("\(topic).md:\(block.line + 1 + line) is generated as: \(found)")
    }

    /// The first line that differs.
    private static func findDifference(_ left: [String], _ right: [String]) -> Int? {
        left == right
            ? nil : zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
    }
}
