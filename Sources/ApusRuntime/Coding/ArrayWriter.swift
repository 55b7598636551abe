/// Writes the elements of one array whose places have types of their own.
public struct ArrayWriter: ~Copyable {
    private var element: ValueWriter
    private var isFirst = true
    /// Whether elements can still be written: an absent one ends the array, because a later one would take its place.
    private var isOpen = true

    init(_ value: borrowing ValueWriter) {
        element = ValueWriter(state: value.state)
    }

    /// Writes an element.
    public mutating func write<T: APIValue>(_ value: T) {
        guard isOpen else { return }
        if !isFirst { element.separate() }
        isFirst = false
        element.write(value)
    }

    /// Writes an element that may be absent; nothing is written behind an absent one.
    public mutating func write<T: APIValue>(_ value: T?) {
        guard let value else {
            isOpen = false
            return
        }
        write(value)
    }

    /// Writes an element that must be there; nil is written as `null`.
    public mutating func writeNullable<T: APIValue>(_ value: T?) {
        guard isOpen else { return }
        if let value { return write(value) }
        if !isFirst { element.separate() }
        isFirst = false
        element.writeNull()
    }

    /// Writes what follows the places that have types of their own.
    public mutating func writeRest<T: APIValue>(_ values: [T]) {
        for value in values { write(value) }
    }
}
