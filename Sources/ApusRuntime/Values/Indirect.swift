/// A box that lets a model contain itself. It behaves like the value: copies are independent, and members are reached through it.
///
/// `pet.parent?.name` reads through the box; `pet.parent = Indirect(mother)` fills it.
@dynamicMemberLookup
public struct Indirect<Value> {
    private var box: Box

    /// Boxes a value.
    public init(_ value: Value) { box = Box(value) }

    /// The value.
    public var value: Value {
        get { box.value }
        set {
            if isKnownUniquelyReferenced(&box) { box.value = newValue } else { box = Box(newValue) }
        }
    }

    /// A member of the value.
    public subscript<Member>(dynamicMember path: KeyPath<Value, Member>) -> Member { box.value[keyPath: path] }

    /// A member of the value.
    public subscript<Member>(dynamicMember path: WritableKeyPath<Value, Member>) -> Member {
        get { box.value[keyPath: path] }
        set { value[keyPath: path] = newValue }
    }

    private final class Box {
        var value: Value
        init(_ value: Value) { self.value = value }
    }
}

// The box is only changed while this is its one owner.
extension Indirect: @unchecked Sendable where Value: Sendable {}

extension Indirect: Equatable where Value: Equatable {
    /// Compares the values.
    public static func == (left: Indirect, right: Indirect) -> Bool { left.value == right.value }
}

extension Indirect: Hashable where Value: Hashable {
    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}

extension Indirect: APIValue where Value: APIValue {
    /// Reads the value.
    public init(from value: inout ValueReader) { self.init(Value(from: &value)) }

    /// Writes the value.
    public func write(to value: inout ValueWriter) { value.write(self.value) }
}

extension Indirect: CustomStringConvertible {
    /// The value's own description.
    public var description: String { String(describing: value) }
}
