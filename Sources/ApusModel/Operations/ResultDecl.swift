/// The part of a success that the client's method returns, and the code that reaches it.
public struct ResultDecl: Equatable, Sendable {
    /// A JSON pointer into the body of a response, such as `/contacts/data`.
    public var pointer: String
    /// Whether the rule is one for all operations, so that it need not fit this one.
    public var isShared: Bool
    /// The way from the operation's value. Set by the pass for results, like the type.
    public var steps: [AccessStep]
    /// Without optionality.
    public var type: TypeRef

    public init(pointer: String, isShared: Bool) {
        self.pointer = pointer
        self.isShared = isShared
        steps = []
        type = .json
    }
}
