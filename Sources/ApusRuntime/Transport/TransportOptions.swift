/// What a transport is told about one attempt.
public struct TransportOptions: Sendable, Hashable {
    /// The longest time without progress: no byte of the request accepted, no response head, no piece of the body
    /// when one is asked for. nil: no limit. An upload or download of any length passes as long as it moves.
    public var timeout: Duration?

    /// Knows the secrets of the call.
    var secrets = SecretSink()

    public init(timeout: Duration? = .seconds(60)) {
        self.timeout = timeout
    }

    public static let standard = TransportOptions()
}

/// Where a transport tells the secrets that it adds to a request, so that nothing that is told of the call holds them. All are equal.
struct SecretSink: Sendable, Hashable {
    /// nil where nothing is told of a call.
    var record: CallRecord?

    func note(_ secrets: [String]) { record?.note(secrets: secrets) }

    static func == (left: SecretSink, right: SecretSink) -> Bool { true }

    func hash(into hasher: inout Hasher) {}
}
