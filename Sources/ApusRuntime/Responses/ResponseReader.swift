public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Passes a response to an operation's `decode`. No call throws: the first problem is kept, and every later read
/// returns a placeholder.
@_documentation(visibility: internal)
public struct ResponseReader {
    public let status: Int
    public let headers: HTTPFields
    /// The whole body; empty when the operation streams it.
    public let bytes: [UInt8]
    public internal(set) var problem: DecodingProblem?
    /// Whether the body must match the document strictly.
    var isStrict = false
    let body: ByteStream?
    /// Requests the rest of an event stream; see ``EventSource``.
    let resume: (@Sendable (_ lastEventID: String?) async throws -> ByteStream?)?
    /// The maximum number of bytes of one item of a stream.
    let itemLimit: Int
    /// Takes the call's secrets out of what is told of a stream's items.
    var redaction: StreamRedaction?
    /// Waits between reconnections of an event stream.
    let timer: CallTimer
    /// Notes how the response is read, in place of reading it; see ``ResponseProbe``.
    package var probe: ResponseProbe?
    /// Whether ``raw()`` was called, which indicates an undocumented status.
    private(set) var isUndocumented = false

    public init(status: Int, headers: HTTPFields, bytes: [UInt8]) {
        self.status = status
        self.headers = headers
        self.bytes = bytes
        body = nil
        resume = nil
        itemLimit = .max
        timer = CallTimer(ContinuousClock())
    }

    init(
        status: Int, headers: HTTPFields, stream: ByteStream, itemLimit: Int, timer: CallTimer,
        resume: @escaping @Sendable (_ lastEventID: String?) async throws -> ByteStream?
    ) {
        self.status = status
        self.headers = headers
        bytes = []
        body = stream
        self.itemLimit = itemLimit
        self.timer = timer
        self.resume = resume
    }

    /// A JSON body. A body with another content type that is not JSON is read by that type: a form, parts, or a value
    /// as plain text. An HTML page is a problem.
    public mutating func json<Value: APIValue>() -> Value {
        if let probe {
            return probe.note(.json) { (value: Value) in .bytes(try JSONBridge.encode(value, for: .storage)) }
        }
        guard problem == nil else { return JSONBridge.placeholder() }
        // An empty text is a string unless the content type is JSON.
        if isAbsent, Value.self != String.self || isStrict || mediaType?.isJSON ?? true { return absent() }
        let text = BodyText.json(bytes, contentType: contentType)
        let value: Value = readJSON(text)
        guard let found = problem else { return value }
        problem = nil
        if let other: Value = otherThanJSON() { return other }
        problem = told(found)
        return JSONBridge.placeholder()
    }

    /// A body that another module reads, such as XML.
    public mutating func body<Value: APIValue, Coder: BodyCoder>(_ coder: Coder) -> Value {
        if let probe { return probe.note(by: coder) }
        guard problem == nil else { return JSONBridge.placeholder() }
        if isAbsent { return memberless() ?? absent() }
        do throws(DecodingProblem) {
            return try coder.decode(bytes, contentType: contentType)
        } catch {
            problem = error
            return JSONBridge.placeholder()
        }
    }

    /// The bytes of a body of any content type.
    public mutating func data() -> Data {
        probe?.note(.bytes, of: Data.self) { .bytes(Array($0)) }
        return Data(bytes)
    }

    /// The body of an undocumented status. A documented body of unknown type is ``data()``.
    public mutating func raw() -> RawBody {
        isUndocumented = true
        return rawBody
    }

    /// The body as a stream, for operations whose descriptor streams; otherwise its bytes as one chunk.
    public mutating func stream() -> ByteStream {
        probe?.note(.bytes, of: ByteStream.self) { .stream($0) }
        return body ?? ByteStream(bytes)
    }

    var rawBody: RawBody {
        RawBody(bytes: bytes, contentType: contentType)
    }

    /// The value of `Content-Type`, with its parameters.
    public var contentType: String? {
        headers[.contentType]
    }

    /// Records the first problem.
    mutating func report(_ found: @autoclosure () -> DecodingProblem) {
        if problem == nil { problem = found() }
    }
}
