/// The reason why a mock server cannot start.
public struct MockProblem: Error, Sendable, CustomStringConvertible {
    /// One or more lines for the user.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
