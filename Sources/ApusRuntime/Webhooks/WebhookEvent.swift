/// What a server sends on its own: generated as an enum with a case for each webhook of the document.
public protocol WebhookEvent: APIValue {
    /// Where a message says which event it is, unless whoever receives it says otherwise.
    static var webhookName: WebhookName { get }

    /// Reads a payload that comes without a name: what it holds decides, as for any union.
    static func read(_ payload: inout WebhookPayload) -> Self

    /// Reads the payload of the webhook that the document calls `name`.
    static func read(_ payload: inout WebhookPayload, named name: ByteText) -> Self
}

extension WebhookEvent {
    public static var webhookName: WebhookName { .payload }

    public static func read(_ payload: inout WebhookPayload) -> Self { payload.read() }
}

/// The body of a webhook, to be read once it is verified.
public struct WebhookPayload: Sendable {
    public let bytes: [UInt8]
    public let contentType: String?
    private(set) var problem: DecodingProblem?

    public init(bytes: [UInt8], contentType: String?) {
        self.bytes = bytes
        self.contentType = contentType
    }

    /// Reads it as a model: JSON, or a form by its content type. No body at all is `null`. The first problem is kept, and what
    /// is read after it is a placeholder.
    public mutating func read<Value: APIValue>() -> Value {
        if bytes.isEmpty { return JSONBridge.decode(Array("null".utf8), as: Value.self, problem: &problem) }
        if contentType.flatMap(MediaType.init) == MediaType("application/x-www-form-urlencoded") {
            let tree: JSONValue
            do throws(DecodingProblem) {
                tree = try FormDecoder.decode(bytes, contentType: contentType)
            } catch {
                problem = problem ?? error
                return JSONBridge.placeholder()
            }
            return JSONBridge.decode(tree.serialized(), as: Value.self, scalars: .text, problem: &problem)
        }
        return JSONBridge.decode(
            BodyText.json(bytes, contentType: contentType), as: Value.self, problem: &problem)
    }

    /// Reads it in a format that the runtime does not have of its own. No body at all is `null` in any format.
    public mutating func read<Value: APIValue, Coder: BodyCoder>(with coder: Coder) -> Value {
        guard problem == nil, !bytes.isEmpty else { return read() }
        do throws(DecodingProblem) {
            return try coder.decode(bytes, contentType: contentType)
        } catch {
            problem = error
            return JSONBridge.placeholder()
        }
    }
}

/// Where a webhook says which one it is.
public enum WebhookName: Sendable, Hashable {
    /// Nowhere: the payload itself decides, as it does for any union.
    case payload
    /// In a header, such as `X-GitHub-Event`.
    case header(String)
    /// In a member of a JSON payload, by its JSON pointer (RFC 6901), such as `/type`.
    case member(String)
}
