import ApusModel
import ApusSource
import ApusSpec

/// Values of the document as Swift literals.
extension Lowerer {
    /// nil where the value does not fit the type; it is still documented. A value without a Swift literal keeps its
    /// document form for ``ResolveLiterals``.
    func makeLiteral(_ node: SourceNode, for type: TypeRef) -> LiteralValue? {
        switch (type, node.content) {
        case (.optional(let inner), _), (.indirect(let inner), _): return makeLiteral(node, for: inner)
        case (.named, .string(let text)): return .string(text)
        case (.named, .number(let number)): return number.integer.map { .integer(String($0)) } ?? number.decimalLiteral
        case (.scalar(let scalar), _), (.numberOrText(let scalar), _): return makeLiteral(node, for: scalar)
        case (.array, .sequence(let items)) where items.isEmpty: return .emptyArray
        case (.array(let element), .sequence(let items)):
            let literals = items.compactMap { makeLiteral($0, for: element) }
            return literals.count == items.count ? .array(literals) : nil
        case (.dictionary, .mapping(let mapping)) where mapping.isEmpty: return .emptyDictionary
        case (.external, _), (_, .null): return nil
        default: return write(node, remaining: 32)
        }
    }

    private func write(_ node: SourceNode, remaining: Int) -> LiteralValue? {
        guard remaining > 0 else { return nil }
        switch node.content {
        case .null: return .null
        case .boolean(let flag): return .bool(flag)
        case .string(let text): return .string(text)
        case .number(let number):
            return CompactJSON.number(number).map { number.integer == nil ? .double($0) : .integer($0) }
        case .sequence(let items):
            let literals = items.compactMap { write($0, remaining: remaining - 1) }
            return literals.count == items.count ? .array(literals) : nil
        case .mapping(let mapping):
            let members = mapping.entries.compactMap { entry in
                write(entry.value, remaining: remaining - 1).map { LiteralMember(key: entry.key, value: $0) }
            }
            return members.count == mapping.count ? .object(members) : nil
        }
    }

    private func makeLiteral(_ node: SourceNode, for scalar: ScalarType) -> LiteralValue? {
        switch (scalar, node.content) {
        case (.string, .string(let text)), (.secretString, .string(let text)): .string(text)
        case (.bool, .boolean(let flag)): .bool(flag)
        case (.null, .null): .null
        case (.double, .number(let number)): number.decimalLiteral
        case (.float, .number(let number)): Float(number.double).isFinite ? number.decimalLiteral : nil
        case (.int, .number(let number)), (.int64, .number(let number)): number.integer.map { .integer(String($0)) }
        case (.int32, .number(let number)): number.integer.flatMap(Int32.init(exactly:)).map { .integer(String($0)) }
        case (.int16, .number(let number)): number.integer.flatMap(Int16.init(exactly:)).map { .integer(String($0)) }
        case (.int8, .number(let number)): number.integer.flatMap(Int8.init(exactly:)).map { .integer(String($0)) }
        case (.uint, .number(let number)), (.uint64, .number(let number)):
            (number.integer.flatMap(UInt64.init(exactly:)) ?? UInt64(number.text)).map { .integer(String($0)) }
        case (.uint32, .number(let number)): number.integer.flatMap(UInt32.init(exactly:)).map { .integer(String($0)) }
        case (.uint16, .number(let number)): number.integer.flatMap(UInt16.init(exactly:)).map { .integer(String($0)) }
        case (.uint8, .number(let number)): number.integer.flatMap(UInt8.init(exactly:)).map { .integer(String($0)) }
        case (.date, .string(let text)), (.calendarDate, .string(let text)), (.uuid, .string(let text)),
            (.data, .string(let text)), (.decimal, .string(let text)):
            .string(text)
        case (.decimal, .number(let number)): CompactJSON.number(number).map { .double($0) }
        default: nil
        }
    }
}

extension SourceNumber {
    /// The number in Swift syntax: `.5` → `0.5`, `0x10` → `16`, other digits unchanged; nil for values that are not
    /// finite numbers.
    var decimalLiteral: LiteralValue? {
        if let integer { return .double(String(integer)) }
        guard double.isFinite else { return nil }
        let point = text.utf8.firstIndex(of: UInt8(ascii: "."))
        let isWritten = point.map { isDigit(before: $0) && isDigit(after: $0) } ?? true
        return .double(isWritten && !text.hasPrefix("+") ? text : String(double))
    }

    private func isDigit(before position: String.Index) -> Bool {
        guard position > text.startIndex else { return false }
        return text[text.utf8.index(before: position)].isWholeNumber
    }

    private func isDigit(after position: String.Index) -> Bool {
        let next = text.utf8.index(after: position)
        return next < text.endIndex && text[next].isWholeNumber
    }
}
