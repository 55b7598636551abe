import Foundation

/// A JSON value read by Foundation, so that the tests do not share errors of the runtime.
///
/// Two values are equal as in JSON: `1` equals `1.0`, and the order of members is ignored.
enum JSON: Hashable, Sendable, Codable {
    case null
    case bool(Bool)
    case number(Decimal)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Decimal.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSON].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSON].self))
        }
    }

    init(bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(JSON.self, from: Data(bytes))
    }

    static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }

    /// The text of the value, members in the order of their names.
    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return "(not to be written: \(self))" }
        return String(decoding: data, as: UTF8.self)
    }
}

extension JSON {
    /// The differences, one line for each location: `$.contact.email: expected "a", received nothing`.
    static func findDifferences(expected: JSON, received: JSON, at location: String = "$") -> [String] {
        switch (expected, received) {
        case (.object(let expected), .object(let received)):
            Set(expected.keys).union(received.keys).sorted().flatMap { name -> [String] in
                switch (expected[name], received[name]) {
                case (let wanted?, let found?):
                    findDifferences(expected: wanted, received: found, at: "\(location).\(name)")
                case (let wanted?, nil): ["\(location).\(name): expected \(wanted.text), received nothing"]
                case (nil, let found?): ["\(location).\(name): expected nothing, received \(found.text)"]
                case (nil, nil): []
                }
            }
        case (.array(let expected), .array(let received)) where expected.count == received.count:
            zip(expected, received).enumerated().flatMap { index, pair in
                findDifferences(expected: pair.0, received: pair.1, at: "\(location)[\(index)]")
            }
        default:
            expected == received ? [] : ["\(location): expected \(expected.text), received \(received.text)"]
        }
    }
}
