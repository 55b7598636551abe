/// Writes the elements of one array whose places have types of their own.
public struct ArrayWriter: ~Copyable {
    private var element: ValueWriter
    private var isFirst = true
    /// Absent elements that nothing was written behind yet; those at the end stay out of the array.
    private var absent = 0

    init(_ value: borrowing ValueWriter) {
        element = ValueWriter(state: value.state)
    }

    /// Writes an element.
    public mutating func write<T: APIValue>(_ value: T) {
        begin()
        element.write(value)
    }

    /// Writes an element that may be absent: left out at the end of the array, `null` before others, which would take its place.
    public mutating func write<T: APIValue>(_ value: T?) {
        guard let value else {
            absent += 1
            return
        }
        write(value)
    }

    /// Writes an element that may be absent or `null`; absent, it is left out at the end of the array, and `null` before others.
    public mutating func write<T: APIValue>(_ value: Nullable<T>) {
        switch value {
        case .absent: absent += 1
        case .null: writeNullable(T?.none)
        case .value(let value): write(value)
        }
    }

    /// Writes an element that must be there; nil is written as `null`.
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

    /// Writes what follows the places that have types of their own.
    public mutating func writeRest<T: APIValue>(_ values: [T]) {
        for value in values { write(value) }
    }
}
