import ApusLowering
import ApusModel
import ApusRuntime
import MappingExamples
import Testing

/// The examples that the generator makes for the types of the book, read by the compiled types: nothing about them surprises a type, and
/// `validate()` accepts them.
struct CompiledExampleTests {
    @Test func typesReadTheirExamples() throws {
        var count = 0
        for topic in MappingBook.topics {
            let chapter = try MappingBook.read(topic)
            for example in chapter.examples {
                let inputs = chapter.blocks(at: example.inputs)
                guard let document = inputs.first else { continue }
                let generated = try MappingExample(
                    document, with: Array(inputs.dropFirst()), path: topic + ".md", makesExamples: true)
                for made in generated.model.examples {
                    guard let path = generated.model.names[made.type]?.joined(separator: "."),
                        let type = CompiledExamples.all.types["\(example.name).\(path)"]
                    else { continue }
                    count += 1
                    for text in [made.minimal] + (made.full.map { [$0] } ?? []) + made.listed {
                        try check(type, text.lines.joined(separator: "\n"), "\(topic).md:\(document.line) \(path)")
                    }
                }
            }
        }
        #expect(count > 150)
    }

    private func check<T: APIValue>(_ type: T.Type, _ json: String, _ place: String) throws {
        do {
            let surprises = try JSONDecoding.surprises(in: Array(json.utf8), as: type)
            #expect(surprises.map(\.description) == [], "\(place): \(json)")
            #expect(try T(json: json).violations().map(\.description) == [], "\(place): \(json)")
        } catch {
            Issue.record("\(place): \(error) in \(json)")
        }
    }
}
