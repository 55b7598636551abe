import ApusRuntime
import MappingExamples

/// ```` ```request ````: lines of Swift that make a builder, each with what goes over the wire for it, behind arrows.
/// ```` ```answer ListPets ````: lines such as `200 application/json [1]` or `404 [X-Reason: gone]`, each with what the caller gets;
/// `\n` in a body is a line break.
///
/// `request checked` checks the request against the document's limits.
enum CallBlock {
    /// The lines as they should be; nil where the example has no operation of the name.
    static func lines(for block: Chapter.Block, example: String) async -> [String]? {
        guard let calls = CompiledExamples.all.calls[example] else { return nil }
        var lines: [String] = []
        for input in block.inputs.map(\.text) {
            guard let output = await output(of: input, calls, block) else { return nil }
            if !lines.isEmpty, block.language == "request" { lines.append("") }
            lines.append(input)
            lines += output.map {
                $0.isEmpty ? Chapter.Block.arrow : Chapter.Block.arrow + " " + clean($0, example)
            }
        }
        return lines
    }

    private static func output(of input: String, _ calls: CompiledCalls, _ block: Chapter.Block) async -> [String]? {
        if block.language == "request" {
            guard let operation = calls.requests[input] else { return nil }
            return await CompiledCalls.lines(of: operation, isChecked: block.words.contains("checked"))
        }
        guard let name = block.words.first, let read = calls.answers[String(name)], let answer = answer(input) else {
            return nil
        }
        return await read(answer).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// `200 [X-Next: 5] text/plain a b`
    private static func answer(_ line: String) -> InMemoryTransport.Answer? {
        var rest = Substring(line)
        func next() -> Substring {
            let word = rest.prefix { $0 != " " }
            rest = rest.dropFirst(word.count).drop { $0 == " " }
            return word
        }
        guard let status = Int(next()) else { return nil }
        var headers: HTTPFields = [:]
        while rest.first == "[", let end = rest.firstIndex(of: "]") {
            let halves = rest[..<end].dropFirst().split(separator: ": ", maxSplits: 1)
            guard halves.count == 2, let name = HTTPField.Name(String(halves[0])) else { return nil }
            headers[name] = String(halves[1])
            rest = rest[end...].dropFirst().drop { $0 == " " }
        }
        let type = next()
        if !type.isEmpty { headers[.contentType] = String(type) }
        let body = rest.replacing("\\n", with: "\n")
        return InMemoryTransport.Answer(status: .init(code: status), headers: headers, bytes: Array(body.utf8))
    }

    /// Without the names of the modules and of the example that reflection puts in front.
    private static func clean(_ text: String, _ example: String) -> String {
        text.replacing("MappingTests.", with: "").replacing("ApusRuntime.", with: "").replacing("ApusCodec.", with: "")
            .replacing(example + ".", with: "")
    }
}
