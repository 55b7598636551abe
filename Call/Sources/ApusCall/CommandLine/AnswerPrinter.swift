internal import ApusJSON
internal import ApusRuntime
internal import ApusSource
internal import Foundation

/// Prints the body of an answer. What a server sends cannot command a terminal: JSON is escaped, text loses its control characters, and other
/// bytes are written to files and pipes only.
struct AnswerPrinter: Sendable {
    let isCompact: Bool
    /// The file that takes the body in place of standard output.
    let file: String?
    let surroundings: Surroundings

    func print(_ answer: CallAnswer) throws {
        switch answer {
        case .none:
            if file != nil { try put([]) }
        case .json(let value): try put(Array((JSONText.write(value, isCompact: isCompact) + "\n").utf8))
        case .text(let text):
            let shown = surroundings.isTerminal && file == nil ? Self.visible(text) : text
            try put(Array(shown.utf8) + (shown.utf8.last == 0x0A ? [] : [0x0A]))
        case .bytes(let bytes):
            if surroundings.isTerminal, file == nil {
                throw CallFault("the answer is \(bytes.count) bytes that are no text; --output FILE keeps them")
            }
            try put(bytes)
        }
    }

    /// Passes the body on as it arrives.
    func print(_ body: ByteStream) async throws {
        let handle = try file.map(Self.create)
        defer { try? handle?.close() }
        for try await piece in body {
            if let handle {
                try handle.write(contentsOf: Data(piece))
            } else if surroundings.isTerminal {
                surroundings.print(Array(Self.visible(String(decoding: piece, as: UTF8.self)).utf8))
            } else {
                surroundings.print(piece)
            }
        }
    }

    private func put(_ bytes: [UInt8]) throws {
        guard let file else { return surroundings.print(bytes) }
        let handle = try Self.create(file)
        defer { try? handle.close() }
        try handle.write(contentsOf: Data(bytes))
    }

    /// A new file: nothing is overwritten.
    private static func create(_ path: String) throws -> FileHandle {
        let descriptor = NewFile.open(path, mode: 0o644)
        guard descriptor >= 0 else {
            throw CallFault("--output: \(path) exists already, or cannot be made")
        }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    private static func visible(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { VisibleText.of(String($0)) }
            .joined(separator: "\n")
    }
}

/// JSON with escapes for every character that a terminal obeys or hides.
enum JSONText {
    static func write(_ value: JSONValue, isCompact: Bool) -> String {
        var text = ""
        append(value, isCompact: isCompact, indentation: "\n", to: &text)
        return text
    }

    /// The decoder's limit of nesting bounds the recursion.
    private static func append(_ value: JSONValue, isCompact: Bool, indentation: String, to text: inout String) {
        let inner = indentation + "  "
        switch value {
        case .array(let elements) where !elements.isEmpty:
            text += "["
            for (index, element) in elements.enumerated() {
                text += (index > 0 ? "," : "") + (isCompact ? "" : inner)
                append(element, isCompact: isCompact, indentation: inner, to: &text)
            }
            text += (isCompact ? "" : indentation) + "]"
        case .object(let members) where !members.isEmpty:
            text += "{"
            for (index, member) in members.enumerated() {
                text += (index > 0 ? "," : "") + (isCompact ? "" : inner)
                text += quote(member.key) + (isCompact ? ":" : ": ")
                append(member.value, isCompact: isCompact, indentation: inner, to: &text)
            }
            text += (isCompact ? "" : indentation) + "}"
        case .string(let string): text += quote(string)
        default: text += value.description
        }
    }

    private static func quote(_ text: String) -> String { JSONString.quote(text, escaping: HiddenScalars.contains) }
}
