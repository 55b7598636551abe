import ApusCodec
import ApusModel
import ApusRegexp
import ApusSchemas
import ApusSource
import ApusSpec

/// Single values: which ones a type reads, and some that it may read for a schema.
enum ExampleScalars {
    /// - Throws: ``ExampleReading/Misfit`` for a value in another form than the type writes.
    static func check(_ value: JSONValue, as scalar: ScalarType) throws(ExampleReading.Misfit) {
        switch scalar {
        case .string, .secretString:
            if value.string == nil { throw ExampleReading.Misfit("is no string") }
        case .bool:
            if value.bool == nil { throw ExampleReading.Misfit("is no boolean") }
        case .null:
            if !value.isNull { throw ExampleReading.Misfit("is not null") }
        case .double, .decimal, .float:
            guard let number = value.number, number.double.isFinite,
                scalar != .float || Float(number.double).isFinite
            else {
                throw ExampleReading.Misfit("is no number")
            }
        case .int, .int8, .int16, .int32, .int64, .uint, .uint8, .uint16, .uint32, .uint64:
            guard value.number.map({ fits($0, scalar) }) == true else {
                throw ExampleReading.Misfit("is no integer in the range of \(scalar.rawValue)")
            }
        case .date, .calendarDate, .data, .uuid, .url:
            guard let text = value.string, ScalarText(rawValue: scalar.rawValue)?.reads(text) == true else {
                throw ExampleReading.Misfit("is not in the form of a \(scalar.rawValue)")
            }
        case .file: throw ExampleReading.Misfit("is a file, which JSON does not have")
        }
    }

    /// A number or a boolean in a string.
    static func checkQuoted(_ value: JSONValue, as scalar: ScalarType) throws(ExampleReading.Misfit) {
        guard let text = value.string else { throw ExampleReading.Misfit("is no string") }
        if scalar == .bool {
            if text != "true", text != "false" { throw ExampleReading.Misfit("is no boolean in a string") }
            return
        }
        guard let number = JSONNumber(text) else { throw ExampleReading.Misfit("is no number in a string") }
        try check(.number(number), as: scalar)
    }

    private static func fits(_ number: JSONNumber, _ scalar: ScalarType) -> Bool {
        switch scalar {
        case .int8: number.integer(as: Int8.self) != nil
        case .int16: number.integer(as: Int16.self) != nil
        case .int32: number.integer(as: Int32.self) != nil
        case .uint: number.integer(as: UInt.self) != nil
        case .uint8: number.integer(as: UInt8.self) != nil
        case .uint16: number.integer(as: UInt16.self) != nil
        case .uint32: number.integer(as: UInt32.self) != nil
        case .uint64: number.integer(as: UInt64.self) != nil
        default: number.integer(as: Int64.self) != nil
        }
    }

    /// Values of a type to choose from, the usual one first; a limit of the schema may refuse each of them.
    static func candidates(for scalar: ScalarType, _ schema: FlatSchema?) -> [JSONValue] {
        let limits = schema?.limits ?? LimitKeywords()
        switch scalar {
        case .bool: return [.bool(true), .bool(false)]
        case .null: return [.null]
        case .string, .secretString, .url, .data, .date, .calendarDate, .uuid:
            return texts(for: scalar, format: schema?.format, limits).map { .string($0) }
        case .file: return []
        case .double, .float, .decimal: return numbers(limits, isWhole: false).map { .number($0) }
        default: return numbers(limits, isWhole: true).map { .number($0) }
        }
    }

    /// A text of a format, or of none.
    static func text(of format: String?) -> String { formats[format ?? ""] ?? "text" }

    private static let formats = [
        "date-time": "2024-05-01T09:30:00Z", "date": "2024-05-01", "uuid": "00000000-0000-4000-8000-000000000000",
        "email": "ada@example.com", "uri": "https://example.com", "byte": "AA==", "binary": "", "time": "09:30:00",
    ]

    private static let types: [ScalarType: String] = [
        .date: "date-time", .calendarDate: "date", .uuid: "uuid", .url: "uri", .data: "byte",
    ]

    /// The longest text that a `minLength` demands.
    private static let longest = 1_000

    private static func texts(for scalar: ScalarType, format: String?, _ limits: LimitKeywords) -> [String] {
        let usual = text(of: types[scalar] ?? format)
        let least = limits.minLength ?? 0
        guard least <= longest else { return [] }
        var texts = [usual]
        if scalar == .data { texts += ["", "AAAA", String(repeating: "AAAA", count: (least + 3) / 4)] }
        for pattern in limits.patterns.prefix(2) {
            for extra in [0, 1, 3, 7, least] {
                let sample = RegexpSample.text(pattern, as: .ecmaScript, extra: extra, limit: longest)
                if let sample { texts.append(sample) }
            }
            let filled = RegexpSample.text(pattern, as: .ecmaScript, atLeast: least, limit: longest)
            if let filled { texts.append(filled) }
        }
        let size = usual.unicodeScalars.count
        if size < least { texts.append(usual + String(repeating: "t", count: least - size)) }
        if let most = limits.maxLength, size > most { texts.append(String(usual.prefix(max(0, most)))) }
        let padded = String(repeating: "1", count: max(least, 1))
        return texts + ["2024-05-01", "09:30:00", padded, ""]
    }

    private static func numbers(_ limits: LimitKeywords, isWhole: Bool) -> [JSONNumber] {
        let bounds = [limits.minimum, limits.exclusiveMinimum, limits.maximum, limits.exclusiveMaximum].compactMap {
            $0
        }
        var numbers = (isWhole ? ["1"] : ["1.5", "1"]) + bounds.flatMap { Self.beside($0, isWhole: isWhole) }
        for step in limits.multiples {
            if let step = step.integer, step > 0 {
                for bound in bounds.compactMap(\.integer) where bound.magnitude < 1 << 52 {
                    let factor = bound / step
                    numbers += [factor - 1, factor, factor + 1].map { String($0 * step) }
                }
                numbers.append(String(step))
            } else if let text = CompactJSON.number(step) {
                numbers.append(text)
            }
        }
        if bounds.count > 1, let low = bounds.map(\.double).min(), let high = bounds.map(\.double).max() {
            numbers.append(String((low + high) / 2))
        }
        return (numbers + ["0", "-1"]).compactMap { JSONNumber($0) }
    }

    /// The bound itself, and the next numbers on both sides.
    private static func beside(_ bound: SourceNumber, isWhole: Bool) -> [String] {
        let text = CompactJSON.number(bound).map { [$0] } ?? []
        guard bound.double.isFinite, abs(bound.double) < 9e15 else { return text }
        let whole = Int(bound.double.rounded(.down))
        let near = isWhole ? [] : [String(bound.double + 0.5), String(bound.double - 0.5)]
        return text + [String(whole + 1), String(whole), String(whole - 1)] + near
    }
}
