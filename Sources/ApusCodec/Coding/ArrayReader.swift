internal import ApusJSON

/// Reads the elements of one array with a type for each position, in order. It is only valid inside the call that
/// received it.
@_documentation(visibility: internal)
public struct ArrayReader: ~Copyable {
    var element: ValueReader
    /// The tape index of the array, or -1.
    private let array: Int
    /// The tape index after the last element.
    private let end: Int

    /// - Parameter value: A reader at an array; any other value gives an empty array and reports nothing.
    init(_ value: borrowing ValueReader) {
        let isArray = value.isReadable && value.entry.kind == .array
        array = isArray ? value.index : -1
        element = ValueReader(state: value.state, index: isArray ? value.index + 1 : -1)
        end = isArray ? value.entry.end : -1
    }

    /// Reads a required element.
    public mutating func required<T: APIValue>() -> T {
        guard hasNext else {
            // Nothing follows the last element, so the array itself is the location.
            element.state.pointee.fail(at: array, expected: "an array with another element")
            var placeholder = ValueReader(state: element.state, index: -1)
            return T(from: &placeholder)
        }
        return next()
    }

    /// Reads an optional element; `null` counts as absent, except for a `JSONValue`, which represents it.
    public mutating func optional<T: APIValue>() -> T? {
        guard hasNext else { return nil }
        return T.self == JSONValue.self ? next() as T : next() as T?
    }

    /// Reads an element that may be absent or `null`, and distinguishes the two.
    public mutating func tristate<T: APIValue>() -> Nullable<T> {
        hasNext ? next() : .absent
    }

    /// Reads all remaining elements.
    public mutating func rest<T: APIValue>() -> [T] {
        var result: [T] = []
        while hasNext {
            let position = element.index
            let value: T = next()
            guard element.state.pointee.hasFailed, element.state.pointee.dropMismatch() else {
                result.append(value)
                continue
            }
            element.index = element.state.pointee.entries[position].next(after: position)
        }
        return result
    }

    private var hasNext: Bool { element.isReadable && element.index < end }

    private mutating func next<T: APIValue>() -> T {
        let value = T(from: &element)
        if element.isReadable { element.index = element.entry.next(after: element.index) }
        return value
    }
}
