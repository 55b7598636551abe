/// A payload that the server sends on its own: a webhook or a callback.
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

/// The enum over a document's webhooks: a ``UnionDecl`` among ``APIModel/types``, which is told what each case is called on the wire.
public struct WebhooksDecl: Equatable, Sendable {
    public struct Case: Equatable, Sendable {
        /// The key under `webhooks`.
        public var key: String
        /// The index of the union's case.
        public var place: Int
        /// nil for a webhook without a body.
        public var payload: Payload?

        public init(key: String, place: Int, payload: Payload? = nil) {
            self.key = key
            self.place = place
            self.payload = payload
        }
    }

    public var type: TypeID
    public var cases: [Case]

    public init(type: TypeID, cases: [Case]) {
        self.type = type
        self.cases = cases
    }

    /// Whether some payload is XML, or may be.
    public var isXML: Bool { cases.contains { $0.payload?.xml != nil } }
}
