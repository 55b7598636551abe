/// Writes the elements of one array with a type for each position.
@_documentation(visibility: internal)
public struct ArrayWriter: ~Copyable {
    private var element: ValueWriter
    private var isFirst = true
    /// The number of absent elements since the last written one; absent elements at the end are omitted.
    private var absent = 0

    init(_ value: borrowing ValueWriter) {
        element = ValueWriter(state: value.state)
    }

    /// Writes an element.
    public mutating func write<T: APIValue>(_ value: T) {
        begin()
        element.write(value)
    }

    /// Writes an optional element: omitted at the end of the array, `null` before others, so that these keep their
    /// position.
    public mutating func write<T: APIValue>(_ value: T?) {
        guard let value else {
            absent += 1
            return
        }
        write(value)
    }

    /// Writes an element that may be absent or `null`; an absent one is omitted at the end of the array, and `null`
    /// before others.
    public mutating func write<T: APIValue>(_ value: Nullable<T>) {
        switch value {
        case .absent: absent += 1
        case .null: writeNullable(T?.none)
        case .value(let value): write(value)
        }
    }

    /// Writes a required element; nil is written as `null`.
    public mutating func writeNullable<T: APIValue>(_ value: T?) {
        if let value { return write(value) }
        begin()
        element.writeNull()
    }

    private mutating func begin() {
        while absent > 0 {
            absent -= 1
            separate()
            element.writeNull()
        }
        separate()
    }

    private mutating func separate() {
        if !isFirst { element.separate() }
        isFirst = false
    }

    /// Writes the elements after the positions with their own types.
    public mutating func writeRest<T: APIValue>(_ values: [T]) {
        for value in values { write(value) }
    }
}
