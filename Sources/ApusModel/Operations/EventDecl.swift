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

        public init(key: String, place: Int) {
            self.key = key
            self.place = place
        }
    }

    public var type: TypeID
    public var cases: [Case]

    public init(type: TypeID, cases: [Case]) {
        self.type = type
        self.cases = cases
    }
}
