/// The examples of a type for callers' tests and previews, as JSON that the type reads and `validate()` accepts.
public struct ExampleDecl: Equatable, Sendable {
    public var type: TypeID
    /// A value with what every value has.
    public var minimal: ExampleText
    /// A value with all members; nil where it is ``minimal``.
    public var full: ExampleText?
    /// The document's own examples of the type, and where it has none and the type is an enum or a union, a value of each case.
    public var listed: [ExampleText]
    /// The members by which one example in a list differs from another.
    public var varying: [String]

    public init(
        type: TypeID, minimal: ExampleText, full: ExampleText? = nil, listed: [ExampleText] = [], varying: [String] = []
    ) {
        self.type = type
        self.minimal = minimal
        self.full = full
        self.listed = listed
        self.varying = varying
    }
}

/// JSON in ASCII without `#`, so that no text of a document can end the raw literal around it.
public struct ExampleText: Equatable, Sendable {
    /// The text with a line for each member of an object.
    public var lines: [String]

    public init(lines: [String]) {
        self.lines = lines
    }
}
