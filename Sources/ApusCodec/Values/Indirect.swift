/// A member stored outside of its model, so that a model can contain itself and a wide one does not fill the stack. It
/// is read and set as the plain value, and copies of the model are independent: `filter.not = Filter(name: "Ada")`.
@_documentation(visibility: internal)
@propertyWrapper
public struct Indirect<Value> {
    private var box: Box

    /// Stores a value in a new box.
    public init(wrappedValue: Value) { box = Box(wrappedValue) }

    /// The value.
    public var wrappedValue: Value {
        get { box.value }
        set { box = Box(newValue) }
    }

    /// A constant: writers read it in place, without copying.
    private final class Box {
        let value: Value

        init(_ value: Value) { self.value = value }
    }
}

// A box never changes.
extension Indirect: @unchecked Sendable where Value: Sendable {}

extension Indirect: APIValue where Value: APIValue {
    /// Reads the value.
    public init(from value: inout ValueReader) { self.init(wrappedValue: Value(from: &value)) }

    /// Writes the value.
    public func write(to value: inout ValueWriter) { box.value.write(to: &value) }
}
