import ApusJSON
import ApusSource

/// Lines of a dump with their indentation.
struct DumpWriter {
    private(set) var text = ""
    private var depth = 0
    let root: SourceFileID

    init(root: SourceFileID) {
        self.root = root
    }

    mutating func line(_ words: String) {
        text += String(repeating: "  ", count: depth) + words + "\n"
    }

    mutating func indent(_ body: (inout DumpWriter) -> Void) {
        depth += 1
        body(&self)
        depth -= 1
    }

    /// A heading with its elements; nothing where there are none.
    mutating func section<Element>(_ title: String, _ elements: [Element], _ write: (inout DumpWriter, Element) -> Void)
    {
        if elements.isEmpty { return }
        line(title)
        indent { writer in
            for element in elements { write(&writer, element) }
        }
    }

    /// `#/components/schemas/Pet`; other files are numbered in the order of reading.
    func name(_ id: SchemaID) -> String {
        id.file == root ? "#" + id.pointer : "file\(id.file.index)#" + id.pointer
    }
}

/// Quoted text on one line, shortened if long.
func quote(_ text: String, limit: Int = 60) -> String {
    let isLong = text.unicodeScalars.count > limit
    return JSONString.quote(isLong ? String(text.unicodeScalars.prefix(limit)) + "…" : text)
}

extension SourceNode {
    /// The value as compact JSON-like text for dumps.
    var dumpText: String {
        switch content {
        case .null: "null"
        case .boolean(let value): String(value)
        case .number(let number): number.text
        case .string(let text): quote(text)
        case .sequence(let items): "[" + items.map(\.dumpText).joined(separator: ", ") + "]"
        case .mapping(let mapping):
            "{" + mapping.entries.map { "\($0.key): \($0.value.dumpText)" }.joined(separator: ", ") + "}"
        }
    }
}
