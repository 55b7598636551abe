/// The reason why a webhook is not genuine, or cannot be decoded.
public enum WebhookProblem: APIProblem, Hashable {
    /// A header that verification needs is missing.
    case missingHeader(String)
    /// The signature's header is malformed.
    case malformedSignature(String)
    /// No signature matches the payload and the key.
    case wrongSignature
    /// The time of sending, in seconds since 1970, is too far from now: an attacker may be replaying an old message.
    case outOfTime(sent: Int64)
    /// The key cannot be used.
    case unusableKey(String)
    /// The signature's description does not cover everything it should prove; every message is refused.
    case unsafeSignature(String)
    /// The message is genuine, and its payload does not match the document.
    case unreadable(DecodingProblem)
}

extension WebhookProblem {
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
