/// An ``Indirect`` member that may be nil; nil takes no place of its own.
@propertyWrapper
public struct OptionalIndirect<Value> {
    /// Where the value stands: what models read and write.
    public var place: Indirect<Value>?

    /// Takes a value that has been read.
    public init(_ place: Indirect<Value>?) { self.place = place }

    /// Puts a value into a place of its own.
    public init(wrappedValue: Value?) { place = wrappedValue.map { Indirect(wrappedValue: $0) } }

    /// The value.
    public var wrappedValue: Value? {
        get { place?.wrappedValue }
        set {
            guard let newValue else { return place = nil }
            if place == nil { place = Indirect(wrappedValue: newValue) } else { place?.wrappedValue = newValue }
        }
    }
}

extension OptionalIndirect: Sendable where Value: Sendable {}
