import ApusJSON
import ApusSource

/// Limits the size of an operation's example. Models that require each other make examples of any size from a few
/// lines, and one large model is the argument of many operations.
struct ExampleBudget {
    /// Bytes of JSON text: about a hundred members.
    static let standard = 4_000
    /// The bytes of one example, after the examples of all operations together have taken ``document`` bytes.
    static let small = 400
    /// Bytes of all operations' examples. Real documents stay below a tenth of it.
    static let document = 4_000_000

    private var left: Int
    /// Whether anything was omitted or shortened.
    private(set) var isExceeded = false

    init(bytes: Int = ExampleBudget.standard) {
        left = bytes
    }

    /// Whether this number of bytes may still be written; after the first refusal, only closing brackets may.
    mutating func spend(_ bytes: Int) -> Bool {
        guard !isExceeded, bytes <= left else {
            isExceeded = true
            return false
        }
        left -= bytes
        return true
    }
}

extension CompactJSON {
    /// The text of a value, without the elements and members beyond the budget; a text beyond it is empty.
    static func write(_ node: SourceNode, into text: inout String, _ budget: inout ExampleBudget, remaining: Int = 64) {
        guard remaining > 0 else { return text += "null" }
        switch node.content {
        case .null, .boolean: text += write(node)
        case .number(let number): text += budget.spend(number.text.utf8.count) ? write(node) : "0"
        case .string(let string):
            text += budget.spend(string.utf8.count + 2) ? JSONString.quote(string) : "\"\""
        case .sequence(let items):
            text += "["
            for (index, item) in items.enumerated() {
                guard budget.spend(2) else { break }
                if index > 0 { text += "," }
                write(item, into: &text, &budget, remaining: remaining - 1)
            }
            text += "]"
        case .mapping(let mapping):
            text += "{"
            for (index, entry) in mapping.entries.enumerated() {
                guard budget.spend(entry.key.utf8.count + 4) else { break }
                if index > 0 { text += "," }
                text += JSONString.quote(entry.key) + ":"
                write(entry.value, into: &text, &budget, remaining: remaining - 1)
            }
            text += "}"
        }
    }
}
