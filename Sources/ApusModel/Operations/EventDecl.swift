/// A payload that the server sends by itself: a webhook or a callback.
public struct EventDecl: Equatable, Sendable {
    public var name: String
    /// The key under `webhooks`, or the callback's expression.
    public var key: String
    public var payload: Payload?
    public var doc: Doc

    public init(name: String, key: String, payload: Payload?, doc: Doc = Doc()) {
        self.name = name
        self.key = key
        self.payload = payload
        self.doc = doc
    }
}

/// The enum over a document's webhooks: a ``UnionDecl`` among ``APIModel/types``, with the name of each case in
/// messages.
public struct WebhooksDecl: Equatable, Sendable {
    public struct Case: Equatable, Sendable {
        /// The key under `webhooks`.
        public var key: String
        /// The case of the union.
        public var unionCase: DeclID<UnionDecl.Case>
        /// nil for a webhook without a body.
        public var payload: Payload?

        /// The sender's name of the event: documents write some names as paths, with a leading slash.
        public var name: String { key.hasPrefix("/") ? String(key.dropFirst()) : key }

        public init(key: String, unionCase: DeclID<UnionDecl.Case>, payload: Payload? = nil) {
            self.key = key
            self.unionCase = unionCase
            self.payload = payload
        }
    }

    /// Events with equal payload requirements, and the JSON pointer of the member with their name; nil where the
    /// document declares none.
    public struct Alike: Equatable, Sendable {
        /// Two or more of ``WebhooksDecl/cases``.
        public var cases: [DeclID<Case>]
        /// Those of ``cases`` whose form equals that of another: without a name they cannot be distinguished.
        public var equal: [DeclID<Case>]
        public var pointer: String?

        public init(cases: [DeclID<Case>], equal: [DeclID<Case>], pointer: String?) {
            self.cases = cases
            self.equal = equal
            self.pointer = pointer
        }
    }

    /// The location of the event's name in a message.
    public struct NameLocation: Equatable, Sendable {
        public var member: String?
        public var header: String?

        public init(member: String? = nil, header: String? = nil) {
            self.member = member
            self.header = header
        }
    }

    public var type: TypeID
    public var cases: [Case]
    /// Events that the form of a payload does not distinguish.
    public var alike: [Alike] = []
    /// The location from the configuration or the document.
    public var nameLocation: NameLocation?

    public init(type: TypeID, cases: [Case]) {
        self.type = type
        self.cases = cases
    }

    /// Whether any payload is XML, or may be.
    public var isXML: Bool { cases.contains { $0.payload?.coding.mayBeXML == true } }
}
