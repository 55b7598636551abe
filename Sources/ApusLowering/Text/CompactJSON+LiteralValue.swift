import ApusModel
import ApusSource

extension CompactJSON {
    /// In ASCII and without `#`, so that it is safe in a raw Swift literal.
    static func ascii(_ literal: LiteralValue) -> String {
        switch literal {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let text), .double(let text), .json(let text): text
        case .string(let text), .enumCase(let text): ascii(text)
        case .emptyArray: "[]"
        case .emptyDictionary: "{}"
        case .array(let items): "[" + items.map { ascii($0) }.joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { ascii($0.key) + ":" + ascii($0.value) }.joined(separator: ",") + "}"
        }
    }
}
