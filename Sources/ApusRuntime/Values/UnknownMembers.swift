/// Members of an object that came and that its document does not name. A model keeps them out of sight and writes them again with its own, so
/// that what a server adds tomorrow survives an older client. None of them take the room of a
/// pointer.
public struct UnknownMembers: Sendable {
    private final class Box: Sendable {
        let members: [JSONObject.Member]
        init(_ members: [JSONObject.Member]) { self.members = members }
    }

    private let box: Box?

    /// None.
    public init() { box = nil }

    init(_ members: [JSONObject.Member]) { box = members.isEmpty ? nil : Box(members) }

    var members: [JSONObject.Member] { box?.members ?? [] }
    var isEmpty: Bool { box == nil }
}
