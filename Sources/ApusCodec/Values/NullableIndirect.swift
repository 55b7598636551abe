/// An ``Indirect`` member that may be absent or null; neither allocates a box.
@_documentation(visibility: internal)
@propertyWrapper
public struct NullableIndirect<Value> {
    /// The storage, which models read and write.
    public var place: Nullable<Indirect<Value>>

    /// Wraps a value that has been read.
    public init(_ place: Nullable<Indirect<Value>>) { self.place = place }

    /// Stores a value in a new box.
    public init(wrappedValue: Nullable<Value>) {
        place =
            switch wrappedValue {
            case .absent: .absent
            case .null: .null
            case .value(let value): .value(Indirect(wrappedValue: value))
            }
    }

    /// The value, or its absence.
    public var wrappedValue: Nullable<Value> {
        get {
            switch place {
            case .absent: .absent
            case .null: .null
            case .value(let place): .value(place.wrappedValue)
            }
        }
        set { self = NullableIndirect(wrappedValue: newValue) }
    }
}

extension NullableIndirect: Sendable where Value: Sendable {}
