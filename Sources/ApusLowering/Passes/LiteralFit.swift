import ApusModel

/// Whether a value of the document fits a type, as far as the type determines it: an unreadable default must not be
/// printed.
struct LiteralFit {
    private let declared: [TypeID: TypeDecl]

    init(_ declared: [TypeID: TypeDecl]) {
        self.declared = declared
    }

    /// - Parameter remaining: The remaining depth, because types may contain themselves.
    func fits(_ literal: LiteralValue, _ type: TypeRef, remaining: Int = 32) -> Bool {
        guard remaining > 0 else { return false }
        switch type {
        case .json: return true
        case .external: return false
        case .optional(let inner), .tristate(let inner):
            return literal == .null || fits(literal, inner, remaining: remaining - 1)
        case .indirect(let inner): return fits(literal, inner, remaining: remaining - 1)
        case .array(let element):
            guard case .array(let items) = literal else { return literal == .emptyArray }
            return items.allSatisfy { fits($0, element, remaining: remaining - 1) }
        case .dictionary(let value):
            guard case .object(let members) = literal else { return literal == .emptyDictionary }
            return members.allSatisfy { fits($0.value, value, remaining: remaining - 1) }
        case .scalar(let scalar), .numberOrText(let scalar): return fits(literal, scalar)
        case .quoted(let scalar): return fits(Self.unquote(literal), scalar)
        case .named(let id): return declared[id].map { fits(literal, $0, remaining: remaining - 1) } ?? false
        }
    }

    private func fits(_ literal: LiteralValue, _ type: TypeDecl, remaining: Int) -> Bool {
        switch type {
        case .alias(let decl): return fits(literal, decl.target, remaining: remaining)
        // A value that fits no alternative is kept unchanged.
        case .union: return true
        case .tuple: return false
        case .enumeration(let decl):
            // An open enum reads any value, and a default that it does not list is a slip.
            return decl.cases.contains { $0.raw == literal }
        case .structure(let decl):
            guard case .object(let members) = literal else { return false }
            return decl.properties.allSatisfy { property in
                guard let member = members.last(where: { $0.key == property.key }), member.value != .null else {
                    return property.presence == .optional || property.presence == .tristate
                        || [.nullable, .explicit].contains(property.presence)
                            && members.contains { $0.key == property.key }
                }
                return fits(member.value, property.type, remaining: remaining)
            }
        }
    }

    private func fits(_ literal: LiteralValue, _ scalar: ScalarType) -> Bool {
        switch (scalar, literal) {
        case (.string, .string), (.secretString, .string), (.bool, .bool), (.null, .null): true
        case (.double, .double), (.double, .integer), (.float, .double), (.float, .integer), (.decimal, .double),
            (.decimal, .integer):
            true
        case (.int, .integer(let text)), (.int64, .integer(let text)): Int64(text) != nil
        case (.int8, .integer(let text)): Int8(text) != nil
        case (.int16, .integer(let text)): Int16(text) != nil
        case (.int32, .integer(let text)): Int32(text) != nil
        case (.uint, .integer(let text)), (.uint64, .integer(let text)): UInt64(text) != nil
        case (.uint8, .integer(let text)): UInt8(text) != nil
        case (.uint16, .integer(let text)): UInt16(text) != nil
        case (.uint32, .integer(let text)): UInt32(text) != nil
        case (.date, .string(let text)): Self.isTimestamp(text)
        case (.calendarDate, .string(let text)): Self.isDate(text[...])
        case (.uuid, .string(let text)): text.wholeMatch(of: Self.uuid) != nil
        case (.data, .string(let text)): text.wholeMatch(of: Self.base64) != nil && text.utf8.count % 4 == 0
        default: false
        }
    }

    /// The text of a string without its quotes.
    static func unquote(_ literal: LiteralValue) -> LiteralValue {
        guard case .string(let text) = literal else { return literal }
        switch text {
        case "true": return .bool(true)
        case "false": return .bool(false)
        default:
            guard let match = text.wholeMatch(of: number) else { return literal }
            return match.1 == nil && match.2 == nil ? .integer(text) : .double(text)
        }
    }

    /// RFC 8259, section 6.
    nonisolated(unsafe) private static let number = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/
    nonisolated(unsafe) private static let uuid = /[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}/
    nonisolated(unsafe) private static let base64 = /[A-Za-z0-9+\/]*={0,2}/
    nonisolated(unsafe) private static let time =
        /([Tt ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?([Zz]|[+-][0-9]{2}(:?[0-9]{2})?)?)?/

    /// RFC 3339, section 5.6, and the other formats that the runtime reads.
    private static func isTimestamp(_ text: String) -> Bool {
        isDate(text.prefix(10)) && text.dropFirst(10).wholeMatch(of: time) != nil
    }

    private static func isDate(_ text: Substring) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 < 0x80 }), let year = Int(parts[0]),
            let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month), day >= 1
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        return day <= days
    }
}
