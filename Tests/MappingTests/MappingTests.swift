import Foundation
import MappingExamples
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
        for example in chapter.examples {
            let inputs = chapter.blocks(at: example.inputs)
            guard let document = inputs.first else { continue }
            let generated = try MappingExample(document, with: Array(inputs.dropFirst()), path: topic + ".md")
            #expect(!example.outputs.isEmpty, "nothing is said about \(topic).md:\(document.line)")
            for output in example.outputs {
                guard case .block(var block) = chapter.pieces[output] else { continue }
                let lines = try await lines(for: block, of: example.name, generated)
                if !Recording.isOn { Self.compare(block, with: lines, in: topic) }
                block.content = lines ?? block.content
                chapter.pieces[output] = .block(block)
            }
        }
        guard Recording.isOn, chapter.text != written else { return }
        try Data(chapter.text.utf8).write(to: URL(filePath: MappingBook.path(of: topic)), options: .atomic)
        Issue.record("recorded \(topic).md; run again")
    }

    /// The lines that an output block should have; nil where it names code that the example does not have.
    private func lines(
        for block: Chapter.Block, of name: String, _ generated: MappingExample
    ) async throws -> [String]? {
        if block.holdsValues { return ValueBlock.lines(for: block, example: name) }
        if block.holdsCalls { return await CallBlock.lines(for: block, example: name) }
        return try generated.output(for: block)
    }

    private static func compare(_ block: Chapter.Block, with lines: [String]?, in topic: String) {
        guard let lines else {
            Issue.record("\(topic).md:\(block.line) names code that its example does not have")
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
