import ApusRuntime
import Foundation
import MappingExamples

/// ```` ```wire Pet ````: what goes over the wire, and the value it is. One line for each:
/// - `{"id":1} ↔ Pet(id: 1)`: reads as this value, which is written as the same text;
/// - `5.0 → 5 → 5`: reads as a value that is written otherwise;
/// - `"x" ✗ expected boolean, found "x" (offset 0)`: reads as nothing.
///
/// `wire Pet request` writes what a request would carry; `wire Pet xml` reads and writes XML, which is always that of requests.
/// ```` ```validate Pet ```` says what `validate()` finds in each value, ```` ```strict Pet ```` what strict reading of the text finds.
enum ValueBlock {
    /// The lines as they should be; nil where the example has no type of the name.
    static func lines(for block: Chapter.Block, example: String) -> [String]? {
        guard let name = block.words.first else { return nil }
        let key = example + "." + name
        if block.words.contains("xml") {
            guard let type = CompiledExamples.all.xml[key] else { return nil }
            return block.content.map { $0.isEmpty ? $0 : type.line($0).replacing(example + ".", with: "") }
        }
        guard let type = CompiledExamples.all.types[key] else { return nil }
        return block.content.map { line in
            line.isEmpty ? line : Self.line(for: line, of: type, in: block).replacing(example + ".", with: "")
        }
    }

    private static func line<Value: APIValue>(
        for line: String, of type: Value.Type, in block: Chapter.Block
    ) -> String {
        let purpose: EncodingPurpose = block.words.contains("request") ? .request : .storage
        switch block.language {
        case "validate": return check(line) { try Value(json: $0).validate() }
        case "strict":
            return check(line) { text in
                let surprises = try JSONDecoding.surprises(in: Array(text.utf8), as: type)
                if !surprises.isEmpty { throw ValidationProblem(surprises) }
            }
        default:
            return self.line(
                for: line, read: { try Value(json: $0) },
                write: { String(decoding: try JSONEncoding.encode($0, for: purpose), as: UTF8.self) })
        }
    }

    private static func check(_ line: String, _ check: (String) throws -> Void) -> String {
        let text = text(of: line)
        do {
            try check(text)
            return "\(text) ✓"
        } catch {
            return "\(text) ✗ \(error)"
        }
    }

    private static func text(of line: String) -> String {
        let marks = [" ↔ ", " → ", " ✗ ", " ✓"].compactMap { line.range(of: $0) }.map(\.lowerBound)
        return marks.min().map { String(line[..<$0]) } ?? line
    }

    static func line<Value: APIValue>(
        for line: String, read: (String) throws -> Value, write: (Value) throws -> String
    ) -> String {
        let text = text(of: line)
        do {
            let value = try read(text)
            let written = try write(value)
            let described = describe(value)
            return written == text ? "\(text) ↔ \(described)" : "\(text) → \(described) → \(written)"
        } catch let problem as DecodingProblem {
            return "\(text) ✗ \(problem)"
        } catch {
            return "\(text) ✗ \(error)"
        }
    }

    /// Without the names of the modules that reflection puts in front.
    private static func describe(_ value: some APIValue) -> String {
        "\(value)".replacing("MappingTests.", with: "").replacing("ApusRuntime.", with: "").replacing(
            "ApusCodec.", with: "")
    }
}
