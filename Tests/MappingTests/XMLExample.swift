import ApusRuntime
import ApusXML

/// The root of one XML body of an example: reads and writes the lines of `wire Pet xml`.
struct XMLExample: Sendable {
    /// A line of the block → the line that holds.
    let line: @Sendable (String) -> String

    init<Value: APIValue>(_ type: Value.Type, _ step: XMLStep, _ content: XMLContent) {
        let coder = XMLCoder(step, content)
        line = { line in
            ValueBlock.line(
                for: line, read: { try coder.decode(type, from: Array($0.utf8)) },
                write: { value in
                    // Without the declaration and the line break at the end, which are the same in every body.
                    let lines = String(decoding: try coder.encode(value), as: UTF8.self).split(separator: "\n")
                    return lines.dropFirst().joined(separator: "\n")
                })
        }
    }
}
