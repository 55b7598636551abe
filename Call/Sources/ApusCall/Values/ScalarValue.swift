internal import ApusModel
internal import ApusRuntime

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Reads a JSON value as the type that generated code has for it.
enum ScalarValue {
    /// - Throws: A problem for a value that the type does not have.
    static func read(_ value: JSONValue, as type: ScalarType) throws(DecodingProblem) -> any APIValue {
        switch type {
        case .string: try read(value, String.self)
        case .bool: try read(value, Bool.self)
        case .int: try read(value, Int.self)
        case .int8: try read(value, Int8.self)
        case .int16: try read(value, Int16.self)
        case .int32: try read(value, Int32.self)
        case .int64: try read(value, Int64.self)
        case .uint: try read(value, UInt.self)
        case .uint8: try read(value, UInt8.self)
        case .uint16: try read(value, UInt16.self)
        case .uint32: try read(value, UInt32.self)
        case .uint64: try read(value, UInt64.self)
        case .double: try read(value, Double.self)
        case .float: try read(value, Float.self)
        case .decimal: try read(value, Decimal.self)
        case .date: try read(value, Date.self)
        case .calendarDate: try read(value, CalendarDate.self)
        case .data: try read(value, Data.self)
        case .file: try read(value, FilePart.self)
        case .uuid: try read(value, UUID.self)
        case .url: try read(value, URL.self)
        case .secretString: try read(value, SecretString.self)
        case .null: try read(value, JSONNull.self)
        }
    }

    /// Reads a number or a boolean that is sent as text.
    static func readQuoted(_ value: JSONValue, as type: ScalarType) throws(DecodingProblem) -> any APIValue {
        let inner = value.string.flatMap { try? JSONValue(json: Array($0.utf8)) } ?? value
        let scalar = try read(inner, as: type)
        return JSONValue.string((try? JSONEncoding.encode(scalar)).map { String(decoding: $0, as: UTF8.self) } ?? "")
    }

    private static func read<Value: APIValue>(
        _ value: JSONValue, _ type: Value.Type
    ) throws(DecodingProblem) -> any APIValue {
        try JSONDecoding.decode(type, from: Array(value.description.utf8))
    }
}
