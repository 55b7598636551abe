/// The options of one attempt for a transport.
public struct TransportOptions: Sendable, Hashable {
    /// The longest time without progress: no byte of the request accepted, no response head, no requested chunk of the
    /// body. nil: no limit. An upload or download of any length passes while it progresses.
    public var timeout: Duration?

    /// Has the secrets of the call.
    var secrets = SecretSink()

    public init(timeout: Duration? = .seconds(60)) {
        self.timeout = timeout
    }

    public static let standard = TransportOptions()

    /// The operation that is called, for transports that answer by it; nil: a request without one, such as for a token.
    package var operation: (any Sendable)? { secrets.record?.operation }

    /// Removes the credentials of the call from texts.
    package var redactor: Redactor { secrets.record?.redactor ?? .none }
}

/// Receives the secrets that a transport adds to a request, so that errors of the call do not contain them. All values
/// are equal.
struct SecretSink: Sendable, Hashable {
    /// nil where no call is reported.
    var record: CallRecord?

    func note(_ secrets: [String]) { record?.note(secrets: secrets) }

    static func == (left: SecretSink, right: SecretSink) -> Bool { true }

    func hash(into hasher: inout Hasher) {}
}
