/// A request or response body with one content type.
public struct Payload: Equatable, Sendable {
    /// The relation between bytes and value.
    public enum Coding: String, Equatable, Sendable {
        /// `application/json` and `+json`.
        case json
        /// One of the two: a received body whose content type decides, with one Swift type for both.
        case jsonOrXML = "json or xml"
        case form, multipart, text, bytes, xml
        /// A body that is returned in chunks.
        case stream
        /// A sequence of items; ``Payload/type`` is the type of one item. For events it is the type of `data`, or of
        /// the whole event.
        case serverSentEvents, wholeEvents, jsonLines, jsonSequence
    }

    /// The case in a body or response enum, such as `json`.
    public var caseName: String
    /// The content type in `Content-Type` or `Accept`, such as `application/json`; a range where the document has one.
    public var contentType: String
    /// For a received body: further accepted content types that decode as the same type, some with a weight (`;q=0.9`).
    public var otherTypes: [String]
    public var coding: Coding
    public var type: TypeRef
    /// The encodings of form or multipart members that differ from the default.
    public var parts: [PartDecl]
    /// The `data` that ends a stream of events, if the document declares one.
    public var terminator: String?
    /// The root of a body that is XML or may be; see ``Coding/mayBeXML``.
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

    /// Whether the content type is a range, so that the caller must name the content type.
    public var isRange: Bool {
        contentType.contains("*") && (coding == .text || coding.isStreamed)
    }

    /// The content type for a range when the caller names none; nil without a default.
    public var usualContentType: String? {
        if coding == .text { return "text/plain; charset=utf-8" }
        return contentType.hasPrefix("*") || contentType.hasPrefix("application/") ? "application/octet-stream" : nil
    }

    /// Whether both have the same Swift value.
    public func isSentLike(_ other: Payload) -> Bool {
        type == other.type && coding.isSentAs == other.coding.isSentAs
    }
}

extension Payload.Coding {
    /// Whether a received body of this kind is returned unread.
    public var isStreamed: Bool {
        switch self {
        case .stream, .serverSentEvents, .wholeEvents, .jsonLines, .jsonSequence: true
        case .json, .jsonOrXML, .form, .multipart, .text, .bytes, .xml: false
        }
    }

    public var mayBeJSON: Bool { self == .json || self == .jsonOrXML }
    public var mayBeXML: Bool { self == .xml || self == .jsonOrXML }

    fileprivate var isSentAs: Int {
        switch self {
        case .json, .jsonOrXML, .form, .multipart, .text, .xml: 0
        case .bytes: 1
        case .stream, .serverSentEvents, .wholeEvents: 2
        case .jsonLines, .jsonSequence: 3
        }
    }
}
