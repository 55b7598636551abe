/// What a documentation comment says, in plain text. Emission escapes it; any text is safe here.
public struct Doc: Equatable, Sendable {
    /// The first paragraph.
    public var summary: String?
    /// Further paragraphs, Markdown.
    public var discussion: String?
    /// Facts that were derived: limits, defaults, scopes, one line each.
    public var notes: [String]
    /// `specs/pets/openapi.yaml:41`
    public var place: String?

    public init(summary: String? = nil, discussion: String? = nil, notes: [String] = [], place: String? = nil) {
        self.summary = summary
        self.discussion = discussion
        self.notes = notes
        self.place = place
    }
}

/// `@available(*, deprecated, message:)`; the message is plain text.
public struct Deprecation: Equatable, Sendable {
    public var message: String?

    public init(message: String? = nil) {
        self.message = message
    }
}
