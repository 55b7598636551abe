/// Why a webhook is not to be believed, or cannot be read.
public enum WebhookProblem: Error, Sendable, Hashable {
    /// A header that the verification needs is not there.
    case missingHeader(String)
    /// The signature's header is not in its form.
    case malformedSignature(String)
    /// No signature fits the payload and the key.
    case wrongSignature
    /// The time of sending, in seconds since 1970, is too far from now: an old message may be sent again by a stranger.
    case outOfTime(sent: Int64)
    /// The key cannot be used.
    case unusableKey(String)
    /// The signature is described so that it would not prove what it is to prove; no message is believed.
    case unsafeSignature(String)
    /// The message is genuine, and its payload is not what the document says.
    case unreadable(DecodingProblem)
}

extension WebhookProblem: CustomStringConvertible {
    public var description: String { ShownText.escape(text) }

    private var text: String {
        switch self {
        case .missingHeader(let name): "the header \(name) is missing"
        case .malformedSignature(let reason): "the signature cannot be read: \(ShownText.short(reason, most: 200))"
        case .wrongSignature: "no signature fits"
        case .outOfTime(let sent): "it was sent at \(sent), too far from now"
        case .unusableKey(let reason): "the key cannot be used: \(reason)"
        case .unsafeSignature(let reason): "the signature is not described safely: \(reason)"
        case .unreadable(let problem): "\(problem)"
        }
    }
}
