/// An ``Indirect`` member that may be absent or null; neither takes a place of its own.
@propertyWrapper
public struct NullableIndirect<Value> {
    /// Where the value stands: what models read and write.
    public var place: Nullable<Indirect<Value>>

    /// Takes a value that has been read.
    public init(_ place: Nullable<Indirect<Value>>) { self.place = place }

    /// Puts a value into a place of its own.
    public init(wrappedValue: Nullable<Value>) {
        place =
            switch wrappedValue {
            case .absent: .absent
            case .null: .null
            case .value(let value): .value(Indirect(wrappedValue: value))
            }
    }

    /// The value, and whether there is one.
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
