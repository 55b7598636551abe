import ApusModel

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A single value of an example, as a literal or as the initializer that a person would call.
struct ScalarExample {
    private let value: ExampleValue
    private let needs: ExampleWriter.Needs
    private let printer: Printer

    init(_ value: ExampleValue, _ needs: ExampleWriter.Needs, _ printer: Printer) {
        self.value = value
        self.needs = needs
        self.printer = printer
    }

    /// nil where the value has none.
    func text(as scalar: ScalarType) -> String? {
        switch (scalar, value) {
        case (.file, _):
            needs.isThrowing = true
            return ".file(\"photo.png\")"
        case (.string, .string(let text)), (.secretString, .string(let text)): return SwiftSource.literal(text)
        case (.bool, .bool(let flag)): return flag ? "true" : "false"
        case (.double, .integer(let number)), (.float, .integer(let number)), (.decimal, .integer(let number)):
            return String(number)
        case (.double, .double(let number)), (.decimal, .double(let number)):
            return String(number)
        case (_, .integer(let number)): return Self.fits(number, scalar) ? String(number) : nil
        case (_, .string(let text)): return foundation(text, as: scalar)
        default: return nil
        }
    }

    private static func fits(_ number: Int, _ scalar: ScalarType) -> Bool {
        switch scalar {
        case .int, .int64: true
        case .int8: Int8(exactly: number) != nil
        case .int16: Int16(exactly: number) != nil
        case .int32: Int32(exactly: number) != nil
        case .uint, .uint64: number >= 0
        case .uint8: UInt8(exactly: number) != nil
        case .uint16: UInt16(exactly: number) != nil
        case .uint32: UInt32(exactly: number) != nil
        default: false
        }
    }

    /// `UUID(uuidString: "…")!`: a text that the initializer accepts, so that the force unwrap does not fail.
    private func foundation(_ text: String, as scalar: ScalarType) -> String? {
        switch scalar {
        case .uuid where UUID(uuidString: text) != nil: call(scalar, "uuidString: ", text, "!")
        case .url where URL(string: text) != nil: call(scalar, "string: ", text, "!")
        case .data where Data(base64Encoded: text) != nil: call(scalar, "base64Encoded: ", text, "!")
        case .calendarDate where Self.isDay(text):
            printer.type(.scalar(scalar), in: .outside) + "(" + SwiftSource.literal(text) + ")!"
        case .date where Self.isMoment(text): moment(text)
        default: nil
        }
    }

    private func call(_ scalar: ScalarType, _ label: String, _ text: String, _ tail: String) -> String {
        needs.isFoundation = true
        return printer.type(.scalar(scalar), in: .outside) + "(" + label + SwiftSource.literal(text) + ")" + tail
    }

    private func moment(_ text: String) -> String {
        needs.isThrowing = true
        needs.isFoundation = true
        return printer.type(.scalar(.date), in: .outside) + "(" + SwiftSource.literal(text) + ", strategy: .iso8601)"
    }

    private static func isDay(_ text: String) -> Bool {
        text.wholeMatch(of: /[0-9]{4}-[01][0-9]-[0-3][0-9]/) != nil
            && (try? Date(text + "T00:00:00Z", strategy: .iso8601)) != nil
    }

    /// The strategy reads whole seconds of UTC.
    private static func isMoment(_ text: String) -> Bool {
        text.wholeMatch(of: /[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z/) != nil
            && (try? Date(text, strategy: .iso8601)) != nil
    }

    /// A `JSONValue` as nested literals; nil for a large one, which the compiler would take long to read.
    static func json(_ value: ExampleValue) -> String? {
        value.json.utf8.count <= 120 ? literal(value) : nil
    }

    private static func literal(_ value: ExampleValue) -> String {
        switch value {
        case .null: "nil"
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .double(let number): String(number)
        case .string(let text): SwiftSource.literal(text)
        case .array(let elements): "[" + elements.map(literal).joined(separator: ", ") + "]"
        case .object(let members):
            members.isEmpty
                ? "[:]"
                : "["
                    + members.sorted { $0.key < $1.key }.map { SwiftSource.literal($0.key) + ": " + literal($0.value) }
                    .joined(separator: ", ") + "]"
        }
    }
}
