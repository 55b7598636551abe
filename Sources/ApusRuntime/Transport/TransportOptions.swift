/// What a transport is told about one attempt.
public struct TransportOptions: Sendable, Hashable {
    /// The longest time without progress: no byte of the request accepted, no response head, no piece of the body
    /// when one is asked for. nil: no limit. An upload or download of any length passes as long as it moves.
    public var timeout: Duration?

    public init(timeout: Duration? = .seconds(60)) {
        self.timeout = timeout
    }

    public static let standard = TransportOptions()
}
