/// Members of an object that came and that its document does not name. A model keeps them out of sight and writes them again with its own, so
/// that what a server adds tomorrow survives an older client. None of them take the room of a
/// pointer.
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

    /// None.
    public init() { box = nil }

    /// - Parameter documented: Names that other alternatives of a union have; only strict reading asks.
    init(_ members: [JSONObject.Member], documented: Set<ByteText> = []) {
        box = members.isEmpty ? nil : Box(members, documented)
    }

    var members: [JSONObject.Member] { box?.members ?? [] }
    var isEmpty: Bool { box == nil }
    /// Members that other alternatives of a union describe.
    var documentedMembers: [JSONObject.Member] {
        guard let box, !box.documented.isEmpty else { return [] }
        return box.members.filter { box.documented.contains(ByteText($0.key)) }
    }
}
