import Foundation
import Testing

/// Each chapter says what becomes of what, and this holds it to its word. `APUS_UPDATE=1` rewrites the outputs, and fails so that nobody
/// takes recording for testing.
struct MappingTests {
    @Test func thereAreChapters() {
        #expect(MappingBook.topics.count > 10)
    }

    @Test(arguments: MappingBook.topics)
    func chapterHolds(topic: String) throws {
        var chapter = try MappingBook.read(topic)
        let written = chapter.text
        #expect(!chapter.examples.isEmpty, "\(topic).md has no example")
        for example in chapter.examples {
            guard case .block(let input) = chapter.pieces[example.input] else { continue }
            let place = "\(topic).md:\(input.line)"
            let generated = try #require(MappingExample(input), "the document at \(place) cannot be read")
            #expect(!example.outputs.isEmpty, "nothing is said about \(place)")
            for output in example.outputs {
                guard case .block(var block) = chapter.pieces[output] else { continue }
                let lines = try generated.output(for: block, input: input)
                if !MappingBook.isRecording, let line = Self.findDifference(block.content, lines) {
                    Issue.record(
                        "\(topic).md:\(block.line + 1 + line) is generated as: \(line < lines.count ? lines[line] : "nothing")"
                    )
                }
                block.content = lines
                chapter.pieces[output] = .block(block)
            }
        }
        guard MappingBook.isRecording, chapter.text != written else { return }
        try Data(chapter.text.utf8).write(to: URL(filePath: MappingBook.path(of: topic)), options: .atomic)
        Issue.record("recorded \(topic).md; run again")
    }

    /// The first line that differs.
    private static func findDifference(_ left: [String], _ right: [String]) -> Int? {
        left == right
            ? nil : zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
    }
}
