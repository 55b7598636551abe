/// An entry of `clientParameters` in `apus.yaml`: the parameter of the client, and what it is called in the document.
public struct ClientParameterOptions: Equatable, Sendable {
    /// The Swift name; an identifier.
    public var name: String
    /// Names of parameters, and of members of request bodies; of any text.
    public var keys: [String]

    public init(name: String, keys: [String]) {
        self.name = name
        self.keys = keys
    }

    /// The names of a client's other parameters, and of what it has already.
    static let reserved: Set<String> = ["server", "transport", "credentials", "middleware", "options", "core", "self"]
}
