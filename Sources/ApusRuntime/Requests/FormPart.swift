/// How one member of a form or of a multipart body is written (OpenAPI 3.2, "Encoding Object").
///
/// A style goes before a content type; without either a member is written by its value: scalars as text, objects as
/// JSON, lists element by element.
public struct FormPart: Sendable {
    /// nil: ``contentType`` decides.
    public var style: ParameterStyle?
    public var explode: Bool
    public var allowReserved: Bool
    /// Of each element where the member is a list. Several types with commas, or a range such as `image/*`, leave the
    /// choice to the value.
    public var contentType: String?
    /// Of a part, with the one value they can have.
    public var headers: [(name: String, value: String)]

    /// In place of a member's name: the parts of a list that have no place of their own. Those that have go by it: `0`.
    public static let others = "*"

    /// - Parameters:
    ///   - style: ``ParameterStyle/json`` for a whole value, also a list, as one JSON text.
    ///   - explode: A pair for each element of an array and each member of an object, instead of one for all.
    ///   - allowReserved: Leaves the reserved characters of RFC 3986, 2.2 as they are.
    ///   - contentType: Of a member without a style.
    ///   - headers: Of a part of a multipart body.
    public init(
        style: ParameterStyle? = nil, explode: Bool = true, allowReserved: Bool = false, contentType: String? = nil,
        headers: [(name: String, value: String)] = []
    ) {
        self.style = style
        self.explode = explode
        self.allowReserved = allowReserved
        self.contentType = contentType
        self.headers = headers
    }

    /// A member that another module has written: as one part, or as one for each element of a list.
    public init(
        written bodies: Result<[[UInt8]], EncodingProblem>, contentType: String,
        headers: [(name: String, value: String)] = []
    ) {
        self.init(contentType: contentType, headers: headers)
        self.bodies = bodies
    }

    /// nil: they are made of the member's value.
    private(set) var bodies: Result<[[UInt8]], EncodingProblem>?

    var isStyled: Bool { style != nil }

    /// nil where it is no single type.
    var concreteContentType: String? {
        guard let contentType, !contentType.contains(","), !contentType.contains("*") else { return nil }
        return contentType
    }

    var isJSON: Bool {
        style == .json || style == nil && (concreteContentType.flatMap(MediaType.init)?.isJSON ?? false)
    }
}
