/// The examples of a type as JSON, for generated code.
@_documentation(visibility: internal)
public struct ExampleTexts: Sendable {
    /// A value with what every value has.
    public let minimal: StaticString
    /// A value with all members.
    public let full: StaticString
    /// The document's own examples, or a value of each case.
    public let listed: [StaticString]
    /// The members by which the examples of a list differ.
    public let varying: [String]

    /// Creates the examples of a type.
    ///
    /// - Parameters:
    ///   - minimal: A value with what every value has.
    ///   - full: A value with all members; nil where it is `minimal`.
    ///   - listed: The document's own examples, or a value of each case.
    ///   - varying: The members by which the examples of a list differ.
    public init(
        minimal: StaticString, full: StaticString? = nil, listed: [StaticString] = [], varying: [String] = []
    ) {
        self.minimal = minimal
        self.full = full ?? minimal
        self.listed = listed
        self.varying = varying
    }
}
