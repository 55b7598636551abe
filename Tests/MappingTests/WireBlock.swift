import ApusRuntime
import Foundation

/// ```` ```wire Pet ````: what goes over the wire, and the value it is. One line for each:
/// - `{"id":1} ↔ Pet(id: 1)`: reads as this value, which is written as the same text;
/// - `5.0 → 5 → 5`: reads as a value that is written otherwise;
/// - `"x" ✗ expected boolean, found "x" (offset 0)`: reads as nothing.
///
/// `wire Pet request` writes what a request would carry. ```` ```validate Pet ```` says what `validate()` finds in each value,
/// ```` ```strict Pet ```` what strict reading of the text finds.
enum WireBlock {
    static let languages: Set<String> = ["wire", "validate", "strict"]

    /// The lines as they should be; nil where the types of the example are not compiled yet.
    static func settle(_ block: Chapter.Block, example: String) -> [String]? {
        guard let name = block.words.first, let type = WireTypes.all[example + "." + name] else { return nil }
        return block.content.map { line in
            line.isEmpty ? line : settle(line, type, block).replacing(example + ".", with: "")
        }
    }

    private static func settle<Value: APIValue>(_ line: String, _ type: Value.Type, _ block: Chapter.Block) -> String {
        let marks = [" ↔ ", " → ", " ✗ ", " ✓"].compactMap { line.range(of: $0) }.map(\.lowerBound)
        let text = marks.min().map { String(line[..<$0]) } ?? line
        do {
            switch block.language {
            case "validate":
                try Value(json: text).validate()
                return "\(text) ✓"
            case "strict":
                let surprises = try JSONDecoding.surprises(in: Array(text.utf8), as: type)
                return surprises.isEmpty ? "\(text) ✓" : "\(text) ✗ \(ValidationError(surprises))"
            default:
                let value = try Value(json: text)
                let purpose: EncodingPurpose = block.words.contains("request") ? .request : .storage
                let written = String(decoding: try JSONEncoding.encode(value, for: purpose), as: UTF8.self)
                return written == text ? "\(text) ↔ \(describe(value))" : "\(text) → \(describe(value)) → \(written)"
            }
        } catch {
            return "\(text) ✗ \(error)"
        }
    }

    /// Without the names of the modules that reflection puts in front.
    private static func describe(_ value: some APIValue) -> String {
        "\(value)".replacing("MappingTests.", with: "").replacing("ApusRuntime.", with: "")
    }
}
