/// The events of a server: generated as an enum with a case for each webhook of the document.
public protocol WebhookEvent: APIValue {
    /// The location of the event's name in a message; a receiver may override it.
    @_documentation(visibility: internal)
    static var webhookName: WebhookName { get }

    /// Decodes a payload without a name: its content selects the case, as for any union.
    @_documentation(visibility: internal)
    static func read(_ payload: inout WebhookPayload) -> Self

    /// Decodes the payload of the document's webhook `name`.
    @_documentation(visibility: internal)
    static func read(_ payload: inout WebhookPayload, named name: ByteText) -> Self
}

extension WebhookEvent {
    @_documentation(visibility: internal)
    public static var webhookName: WebhookName { .payload }

    @_documentation(visibility: internal)
    public static func read(_ payload: inout WebhookPayload) -> Self { payload.read() }
}

/// The body of a webhook, to be decoded after verification.
@_documentation(visibility: internal)
public struct WebhookPayload: Sendable {
    public let bytes: [UInt8]
    public let contentType: String?
    private(set) var problem: DecodingProblem?

    public init(bytes: [UInt8], contentType: String?) {
        self.bytes = bytes
        self.contentType = contentType
    }

    /// Decodes the payload as a model: JSON, or a form by its content type. An empty body is `null`. The first problem
    /// is kept, and values read after it are placeholders.
    public mutating func read<Value: APIValue>() -> Value {
        if bytes.isEmpty { return JSONBridge.decode(Array("null".utf8), as: Value.self, problem: &problem) }
        if contentType.flatMap(ContentType.init) == ContentType("application/x-www-form-urlencoded") {
            let tree: JSONValue
            do throws(DecodingProblem) {
                tree = try FormDecoder.decode(bytes, contentType: contentType)
            } catch {
                problem = problem ?? error
                return JSONBridge.placeholder()
            }
            return JSONBridge.decode(tree, problem: &problem)
        }
        return JSONBridge.decode(
            BodyText.json(bytes, contentType: contentType), as: Value.self, problem: &problem)
    }

    /// Decodes the payload in a format that the runtime does not implement. An empty body is `null` in every format.
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

/// The location of a webhook's name.
public enum WebhookName: Sendable, Hashable {
    /// No name: the payload itself selects the case, as for any union.
    case payload
    /// A header, such as `X-GitHub-Event`.
    case header(String)
    /// A member of a JSON payload, by its JSON pointer (RFC 6901), such as `/type`.
    case member(String)
}
