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
        var compiled: [WireSource.Example] = []
        for example in chapter.examples {
            guard case .block(let input) = chapter.pieces[example.input] else { continue }
            let place = "\(topic).md:\(input.line)"
            let generated = try #require(MappingExample(input), "the document at \(place) cannot be read")
            #expect(!example.outputs.isEmpty, "nothing is said about \(place)")
            let name = WireSource.name(of: topic, compiled.count + 1)
            let types = chapter.wiredTypes(of: example.outputs, inXML: false)
            let roots = chapter.wiredTypes(of: example.outputs, inXML: true)
            if !types.isEmpty || !roots.isEmpty {
                compiled.append(try WireSource.Example(generated.model, as: name, types: types, roots: roots))
            }
            for output in example.outputs {
                guard case .block(var block) = chapter.pieces[output] else { continue }
                let lines =
                    WireBlock.languages.contains(String(block.language))
                    ? WireBlock.settle(block, example: name) : try generated.output(for: block, input: input)
                if !MappingBook.isRecording { Self.compare(block, with: lines, in: topic) }
                block.content = lines ?? block.content
                chapter.pieces[output] = .block(block)
            }
        }
        try settleSource(of: topic, compiled)
        guard MappingBook.isRecording, chapter.text != written else { return }
        try Data(chapter.text.utf8).write(to: URL(filePath: MappingBook.path(of: topic)), options: .atomic)
        Issue.record("recorded \(topic).md; run again")
    }

    @Test func compiledTypesAreListed() throws {
        let listed = { (inXML: Bool) in
            try MappingBook.topics.filter { topic in
                let chapter = try MappingBook.read(topic)
                return chapter.examples.contains { !chapter.wiredTypes(of: $0.outputs, inXML: inXML).isEmpty }
            }
        }
        let isListed = try WireSource.settle(
            WireSource.index(listed(false), inXML: listed(true)), at: "WireTypes.swift")
        #expect(isListed, "Wire/WireTypes.swift is not what the chapters have; APUS_UPDATE=1 records it")
    }

    private func settleSource(of topic: String, _ examples: [WireSource.Example]) throws {
        if examples.isEmpty { return }
        let isSettled = try WireSource.settle(WireSource.file(topic, examples), at: topic + ".swift")
        #expect(
            isSettled, "Wire/\(topic).swift is not what the chapter has; APUS_UPDATE=1 records it, then build again")
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
