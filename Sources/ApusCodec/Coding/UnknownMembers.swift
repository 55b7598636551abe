/// Received members that the document does not name. A model keeps them and writes them again with its own, so that
/// future members survive an older client. An empty value takes the space of a pointer.
@_documentation(visibility: internal)
public struct UnknownMembers: Sendable {
    private final class Box: Sendable {
        let members: [JSONObject.Member]
        let documented: Set<ByteText>
        init(_ members: [JSONObject.Member], _ documented: Set<ByteText>) {
            self.members = members
            self.documented = documented
        }
    }

    private let box: Box?

    /// Creates an empty value.
    public init() { box = nil }

    /// - Parameter documented: Names that other alternatives of a union declare; used by strict reading only.
    init(_ members: [JSONObject.Member], documented: Set<ByteText> = []) {
        box = members.isEmpty ? nil : Box(members, documented)
    }

    var members: [JSONObject.Member] { box?.members ?? [] }
    var isEmpty: Bool { box == nil }
    /// Members that other alternatives of a union declare.
    var documentedMembers: [JSONObject.Member] {
        guard let box, !box.documented.isEmpty else { return [] }
        return box.members.filter { box.documented.contains(ByteText($0.key)) }
    }
}
