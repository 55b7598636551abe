/// The body of a request.
public struct BodyDecl: Equatable, Sendable {
    /// The property of the builder: `body`, unless a parameter has this name.
    public var name: String
    public var isRequired: Bool
    /// The content types; the first one is the default.
    public var alternatives: [Payload]
    /// For several alternatives, the name of the enum nested in the builder: over bodies or, where all have one type,
    /// over content types.
    public var typeName: String
    /// The property of the builder that selects the content type, where there is a choice; see ``choice``.
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

    /// The caller's choice of the content type, in addition to the body.
    public enum Choice: Equatable, Sendable {
        /// As text: the document has a range, such as `image/*`.
        case text(default: String?)
        /// A case of ``BodyDecl/typeName``; the first is the default, if there is one.
        case listed(hasDefault: Bool)
    }

    /// Whether all alternatives have the property's type, so that it is not an enum over them.
    public var isUniform: Bool {
        guard let first = alternatives.first else { return true }
        return alternatives.allSatisfy { $0.isSentLike(first) }
    }

    /// nil: there is one content type, or the enum over bodies determines it.
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

    /// The type that every content type of the body has in common, if it is a declared one; nil for an enum over bodies, and for sequences of
    /// items.
    public var sharedType: TypeRef? {
        guard isUniform, let first = alternatives.first else { return nil }
        switch first.coding {
        case .json, .jsonOrXML, .form, .multipart, .xml: return first.type
        case .text, .bytes, .stream, .serverSentEvents, .wholeEvents, .jsonLines, .jsonSequence: return nil
        }
    }
}
