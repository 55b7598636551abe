/// An ``Indirect`` member that may be nil; nil allocates no box.
@_documentation(visibility: internal)
@propertyWrapper
public struct OptionalIndirect<Value> {
    /// The storage, which models read and write.
    public var place: Indirect<Value>?

    /// Wraps a value that has been read.
    public init(_ place: Indirect<Value>?) { self.place = place }

    /// Stores a value in a new box.
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
