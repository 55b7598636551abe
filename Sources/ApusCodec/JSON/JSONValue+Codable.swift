#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension JSONValue: Codable {
    /// Reads from any self-describing decoder.
    public init(from decoder: any Decoder) throws {
        if let keyed = try? decoder.container(keyedBy: JSONCodingKey.self) {
            let members = try keyed.allKeys.map { key in
                JSONObject.Member(key: key.stringValue, value: try keyed.decode(JSONValue.self, forKey: key))
            }
            self = .object(JSONObject(members.sorted { $0.key < $1.key }))
        } else if var unkeyed = try? decoder.unkeyedContainer() {
            var elements: [JSONValue] = []
            while !unkeyed.isAtEnd { elements.append(try unkeyed.decode(JSONValue.self)) }
            self = .array(elements)
        } else {
            self = try Self.scalar(in: decoder.singleValueContainer())
        }
    }

    private static func scalar(in container: any SingleValueDecodingContainer) throws -> JSONValue {
        if container.decodeNil() { return .null }
        if let value = try? container.decode(Bool.self) { return .bool(value) }
        if let value = try? container.decode(Int64.self) { return .number(JSONNumber(value)) }
        if let value = try? container.decode(UInt64.self) { return .number(JSONNumber(value)) }
        if let value = try? container.decode(Double.self) { return number(value, in: container) }
        return .string(try container.decode(String.self))
    }

    /// `Decimal` keeps digits that `Double` drops; coders that support both give the same value.
    private static func number(_ value: Double, in container: any SingleValueDecodingContainer) -> JSONValue {
        if let decimal = try? container.decode(Decimal.self), let number = JSONNumber(decimal.description),
            number.double == value
        {
            return .number(number)
        }
        return JSONNumber(value).map { .number($0) } ?? .null
    }

    /// Writes to any encoder. Numbers that `Int64`, `UInt64` and `Double` cannot represent exactly are written as
    /// `Decimal`.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .array(let elements):
            var container = encoder.unkeyedContainer()
            for element in elements { try container.encode(element) }
        case .object(let members):
            var container = encoder.container(keyedBy: JSONCodingKey.self)
            for member in members { try container.encode(member.value, forKey: JSONCodingKey(member.key)) }
        default:
            var container = encoder.singleValueContainer()
            try encode(scalarTo: &container)
        }
    }

    private func encode(scalarTo container: inout any SingleValueEncodingContainer) throws {
        switch self {
        case .bool(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .number(let number):
            if let value = number.integer(as: Int64.self) {
                try container.encode(value)
            } else if let value = number.integer(as: UInt64.self) {
                try container.encode(value)
            } else if JSONNumber(number.double) != number, let value = Decimal(string: number.text) {
                try container.encode(value)
            } else {
                try container.encode(number.double)
            }
        default: try container.encodeNil()
        }
    }
}

/// Any name as a coding key.
struct JSONCodingKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { return nil }
}
