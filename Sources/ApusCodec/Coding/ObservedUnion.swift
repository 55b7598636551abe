internal import ApusJSON

/// A union whose value is being read, with the names that it declares beside those of the chosen alternative.
struct ObservedUnion {
    enum Names {
        case discriminator(StaticString)
        case alternatives([UnionAlternative])
    }

    /// The tape index of the value.
    let index: Int
    let type: Any.Type
    private let names: Names
    /// The context outside of the union.
    let outside: UInt64

    init(_ type: Any.Type, at index: Int, _ names: Names) {
        self.type = type
        self.index = index
        self.names = names
        outside = 0
    }

    init(_ union: ObservedUnion, outside: UInt64) {
        type = union.type
        index = union.index
        names = union.names
        self.outside = outside
    }

    /// Whether the union declares a member of an object in its value.
    func documents(_ name: ByteText, of object: Int, _ state: DecodingState, _ budget: inout Int) -> Bool {
        switch names {
        case .discriminator(let text):
            return index == object
                && name.text.utf8.elementsEqual(
                    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        case .alternatives(let alternatives):
            var shapes = alternatives.flatMap(\.flattened)
            var container = index
            while container != object, !shapes.isEmpty {
                guard budget > 0, let (key, value) = state.child(of: container, towards: object) else { return false }
                budget -= value - container
                let name = key.map { ByteText(state.text(of: state.entries[$0])) }
                shapes = shapes.compactMap { Self.child(of: $0, named: name) }.flatMap(\.flattened)
                container = value
            }
            return shapes.contains { if case .object(let object) = $0 { object.names.contains(name) } else { false } }
        }
    }

    /// The form of an element or a member.
    private static func child(of shape: UnionAlternative.Shape, named key: ByteText?) -> UnionAlternative? {
        switch shape {
        case .array(of: let element): element
        case .object(let object): key.flatMap { object.members[$0] } ?? object.values
        default: nil
        }
    }
}
