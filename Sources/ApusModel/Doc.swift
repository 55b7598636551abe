/// The content of a documentation comment, in plain text. Emission escapes it; any text is safe here.
public struct Doc: Equatable, Sendable {
    /// The first paragraph.
    public var summary: String?
    /// Further paragraphs, Markdown.
    public var discussion: String?
    /// Derived notes: limits, defaults, scopes, one line each.
    public var notes: [String]
    /// The location of the type in the document, where it is not implied by the name: `#/components/schemas/pet`, or
    /// `models.yaml#/Pet`.
    public var pointer: String?

    public init(summary: String? = nil, discussion: String? = nil, notes: [String] = [], pointer: String? = nil) {
        self.summary = summary
        self.discussion = discussion
        self.notes = notes
        self.pointer = pointer
    }
}

/// `@available(*, deprecated, message:)`; the message is plain text.
public struct Deprecation: Equatable, Sendable {
    public var message: String?

    public init(message: String? = nil) {
        self.message = message
    }
}
