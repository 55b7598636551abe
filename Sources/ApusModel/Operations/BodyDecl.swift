/// The body of a request.
public struct BodyDecl: Equatable, Sendable {
    /// The property of the builder, `body` unless a parameter took the name.
    public var name: String
    public var isRequired: Bool
    /// The first is what is sent where the caller does not choose.
    public var alternatives: [Payload]
    /// Of several alternatives the enum nested in the builder: over bodies, or, where all are of one type, over content types.
    public var typeName: String
    /// The property of the builder that says which content type is sent, where there is a choice; see ``choice``.
    public var choiceName: String
    public var doc: Doc

    public init(name: String, isRequired: Bool, alternatives: [Payload], doc: Doc = Doc()) {
        self.name = name
        self.isRequired = isRequired
        self.alternatives = alternatives
        self.doc = doc
        choiceName = "contentType"
        typeName = "Body"
        if alternatives.count > 1, isUniform { typeName = "ContentType" }
    }

    /// What the caller says of the content type, beside the body.
    public enum Choice: Equatable, Sendable {
        /// Its text: the document has a range, such as `image/*`.
        case text(default: String?)
        /// A case of ``BodyDecl/typeName``; the first is the default where there is one.
        case listed(hasDefault: Bool)
    }

    /// Whether the property has the type of all alternatives, and not an enum over them.
    public var isUniform: Bool {
        guard let first = alternatives.first else { return true }
        return alternatives.allSatisfy { $0.isSentLike(first) }
    }

    /// nil: there is one content type, or the enum over bodies says it.
    public var choice: Choice? {
        guard isUniform, let first = alternatives.first else { return nil }
        if let range = alternatives.first(where: \.isRange) { return .text(default: range.usualContentType) }
        return alternatives.count > 1 ? .listed(hasDefault: !first.coding.isStreamed) : nil
    }

    /// Whether an enum is nested in the builder.
    public var hasEnum: Bool {
        guard alternatives.count > 1 else { return false }
        if case .text = choice { return false }
        return true
    }
}
