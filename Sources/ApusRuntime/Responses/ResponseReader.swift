public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Hands a response to an operation's `decode`. No call throws: the first problem is kept, and every later read gives a
/// placeholder at once.
public struct ResponseReader {
    public let status: Int
    public let headers: HTTPFields
    /// The whole body; empty when the operation streams it.
    public let bytes: [UInt8]
    public internal(set) var problem: DecodingProblem?
    /// Whether a body has to be just what the document says.
    var isStrict = false
    let body: ByteStream?
    /// Asks for the rest of an event stream; see ``EventSource``.
    let resume: (@Sendable (_ lastEventID: String?) async throws -> ByteStream?)?
    /// The most bytes of one item of a stream.
    let itemLimit: Int
    /// Whether ``raw()`` was asked for: the sign of a status that the document does not name.
    private(set) var isUndocumented = false

    public init(status: Int, headers: HTTPFields, bytes: [UInt8]) {
        self.status = status
        self.headers = headers
        self.bytes = bytes
        body = nil
        resume = nil
        itemLimit = .max
    }

    init(
        status: Int, headers: HTTPFields, stream: ByteStream, itemLimit: Int,
        resume: @escaping @Sendable (_ lastEventID: String?) async throws -> ByteStream?
    ) {
        self.status = status
        self.headers = headers
        bytes = []
        body = stream
        self.itemLimit = itemLimit
        self.resume = resume
    }

    /// A JSON body, whatever `Content-Type` says; a string may also be text as it is, where that says so.
    public mutating func json<Value: APIValue>() -> Value {
        if Value.self == String.self, let text = plainText() as? Value { return text }
        if isAbsent { return absent() }
        return JSONBridge.decode(bytes, as: Value.self, isStrict: isStrict, problem: &problem)
    }

    /// A body that is no JSON string and is not said to be JSON: what `*/*` allows, and what some servers answer for a string.
    private func plainText() -> String? {
        guard problem == nil, !isStrict, let type = contentType.flatMap(MediaType.init), !type.isJSON else {
            return nil
        }
        var found: DecodingProblem?
        let _: String = JSONBridge.decode(bytes, as: String.self, isStrict: false, problem: &found)
        return found == nil ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// A body that another module reads, such as XML.
    public mutating func body<Value: APIValue, Coder: BodyCoder>(_ coder: Coder) -> Value {
        guard problem == nil else { return JSONBridge.placeholder() }
        if isAbsent { return memberless() ?? absent() }
        do throws(DecodingProblem) {
            return try coder.decode(bytes, contentType: contentType)
        } catch {
            problem = error
            return JSONBridge.placeholder()
        }
    }

    /// A text body as UTF-8; what is not UTF-8 becomes U+FFFD.
    public mutating func text() -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// A body of any content type as it came.
    public mutating func data() -> Data {
        Data(bytes)
    }

    /// The body of a status that the document does not name. A documented body of unknown type is ``data()``.
    public mutating func raw() -> RawBody {
        isUndocumented = true
        return rawBody
    }

    /// The body in pieces, for operations whose descriptor streams; else its bytes as one piece.
    public mutating func stream() -> ByteStream {
        body ?? ByteStream(bytes)
    }

    var rawBody: RawBody {
        RawBody(bytes: bytes, contentType: contentType)
    }

    /// As the server names it, with its parameters.
    public var contentType: String? {
        headers[.contentType]
    }

    /// Keeps the first problem.
    mutating func report(_ found: @autoclosure () -> DecodingProblem) {
        if problem == nil { problem = found() }
    }
}
