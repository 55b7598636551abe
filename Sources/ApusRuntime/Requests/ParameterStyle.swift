/// The conversion of a parameter's value to text (OpenAPI 3.2, "Style Values"; RFC 6570).
@_documentation(visibility: internal)
public enum ParameterStyle: String, Sendable, Hashable, CaseIterable {
    /// `3,4,5`
    case simple
    /// `.3.4.5`
    case label
    /// `;color=3;color=4`
    case matrix
    /// `color=3&color=4`, or `color=3,4`
    case form
    /// `color=3%204`
    case spaceDelimited
    /// `color=3%7C4`
    case pipeDelimited
    /// `color=3%094`: Swagger's `tsv`
    case tabDelimited
    /// `color[R]=100&color[G]=200`
    case deepObject
    /// `color=3; color=4`, unescaped
    case cookie
    /// The value as JSON text: a parameter with `content`.
    case json
    /// The value as `application/x-www-form-urlencoded` text: a parameter with `content`.
    case urlEncoded
}
