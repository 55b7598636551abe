import ApusJSON

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An example's JSON, read only to be written as Swift.
enum ExampleValue: Decodable {
    case null
    case bool(Bool)
    case integer(Int)
    case double(Double)
    case string(String)
    case array([ExampleValue])
    case object([String: ExampleValue])

    init?(_ json: String) {
        guard let value = try? JSONDecoder().decode(ExampleValue.self, from: Data(json.utf8)) else { return nil }
        self = value
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .bool(flag)
        } else if let number = try? container.decode(Int.self) {
            self = .integer(number)
        } else if let number = try? container.decode(Double.self) {
            self = .double(number)
        } else if let text = try? container.decode(String.self) {
            self = .string(text)
        } else if let elements = try? container.decode([ExampleValue].self) {
            self = .array(elements)
        } else {
            self = .object(try container.decode([String: ExampleValue].self))
        }
    }

    /// As JSON again, members in order of their names.
    var json: String {
        switch self {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .double(let number): String(number)
        case .string(let text): JSONString.quote(text)
        case .array(let elements): "[" + elements.map(\.json).joined(separator: ",") + "]"
        case .object(let members):
            "{"
                + members.sorted { $0.key < $1.key }.map { JSONString.quote($0.key) + ":" + $0.value.json }.joined(
                    separator: ",")
                + "}"
        }
    }
}
