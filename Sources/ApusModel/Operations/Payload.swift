/// A body with one content type, sent or received.
public struct Payload: Equatable, Sendable {
    /// How bytes and value relate.
    public enum Coding: String, Equatable, Sendable {
        /// `application/json` and `+json`.
        case json
        case form, multipart, text, bytes, xml
        /// A body that is handed over in chunks.
        case stream
        /// Items, one after the other; ``Payload/type`` is one item's. Of events it is the type of `data`, or of the whole event.
        case serverSentEvents, wholeEvents, jsonLines, jsonSequence
    }

    /// The case in a body or response enum, such as `json`.
    public var caseName: String
    /// As it is sent or asked for, such as `application/json`; a range where the document has one.
    public var contentType: String
    /// Of what is received: further content types that are asked for and read as the same type, some with a weight (`;q=0.9`).
    public var otherTypes: [String]
    public var coding: Coding
    public var type: TypeRef
    /// How members of a form or multipart body are sent that do not follow the default.
    public var parts: [PartDecl]
    /// The `data` that ends a stream of events, where the document names one.
    public var terminator: String?
    /// The root of an XML body; of a received JSON body, that of the XML which may come in its place.
    public var xml: XMLNodeDecl?

    public init(
        caseName: String, contentType: String, coding: Coding, type: TypeRef, parts: [PartDecl] = [],
        terminator: String? = nil
    ) {
        self.caseName = caseName
        self.contentType = contentType
        self.coding = coding
        self.type = type
        self.parts = parts
        self.terminator = terminator
        otherTypes = []
    }

    /// Whether the content type is a range, so that the caller has to say what is sent.
    public var isRange: Bool {
        contentType.contains("*") && (coding == .text || coding.isStreamed)
    }

    /// What is sent under a range where the caller does not say; nil where nothing is usual.
    public var usualContentType: String? {
        if coding == .text { return "text/plain; charset=utf-8" }
        return contentType.hasPrefix("*") || contentType.hasPrefix("application/") ? "application/octet-stream" : nil
    }

    /// Whether a caller gives the same Swift value for both.
    public func isSentLike(_ other: Payload) -> Bool {
        type == other.type && coding.isSentAs == other.coding.isSentAs
    }
}

extension Payload.Coding {
    /// Whether a received body of this kind is handed over unread.
    public var isStreamed: Bool {
        switch self {
        case .stream, .serverSentEvents, .wholeEvents, .jsonLines, .jsonSequence: true
        case .json, .form, .multipart, .text, .bytes, .xml: false
        }
    }

    fileprivate var isSentAs: Int {
        switch self {
        case .json, .form, .multipart, .text, .xml: 0
        case .bytes: 1
        case .stream, .serverSentEvents, .wholeEvents: 2
        case .jsonLines, .jsonSequence: 3
        }
    }
}
