/// How one member of a form or of a multipart body is written (OpenAPI 3.2, "Encoding Object").
///
/// A style goes before a content type; without either a member is written by its value: scalars as text, objects as
/// JSON, lists element by element.
public struct FormPart: Sendable {
    /// nil: ``contentType`` decides.
    public var style: ParameterStyle?
    public var explode: Bool
    public var allowReserved: Bool
    /// The media type of the part, of each element where the member is a list. Several types with commas, or a range such as `image/*`, leave the
    /// choice to the value.
    public var contentType: String?
    /// Writes the member, of a list each element or with ``explode`` off the whole, in ``contentType`` where the runtime has no such
    /// format: XML.
    public var coder: (any BodyCoder)?
    /// Of a part, with the one value they can have.
    public var headers: [(name: String, value: String)]

    /// In place of a member's name: the parts of a list that have no place of their own. Those that have go by it: `0`.
    public static let others = "*"

    /// - Parameters:
    ///   - style: ``ParameterStyle/json`` for a whole value, also a list, as one JSON text.
    ///   - explode: A pair for each element of an array and each member of an object, instead of one for all.
    ///   - allowReserved: Leaves the reserved characters of RFC 3986, 2.2 as they are.
    ///   - contentType: Of a member without a style.
    ///   - coder: Writes the content type where the runtime has no such format.
    ///   - headers: Of a part of a multipart body.
    public init(
        style: ParameterStyle? = nil, explode: Bool = true, allowReserved: Bool = false, contentType: String? = nil,
        coder: (any BodyCoder)? = nil, headers: [(name: String, value: String)] = []
    ) {
        self.style = style
        self.explode = explode
        self.allowReserved = allowReserved
        self.contentType = contentType
        self.coder = coder
        self.headers = headers
    }

    var isStyled: Bool { style != nil }

    /// Whether a list is one text, and not one for each element.
    var takesWholeLists: Bool { style == .json || style == nil && coder != nil && !explode }

    /// The value, or one element of it, by ``coder``; nil where there is none.
    func encode(_ value: JSONValue, place: String) throws(EncodingProblem) -> [UInt8]? {
        guard let coder, !isStyled else { return nil }
        do throws(EncodingProblem) {
            let body = try coder.encode(value, contentType: contentType ?? "")
            guard case .bytes(let bytes) = body.content else { return nil }
            return bytes
        } catch {
            throw EncodingProblem(path: error.path.isEmpty ? place : "\(place).\(error.path)", reason: error.reason)
        }
    }

    /// nil where it is no single type.
    var concreteContentType: String? {
        guard let contentType, !contentType.contains(","), !contentType.contains("*") else { return nil }
        return contentType
    }

    var isJSON: Bool {
        style == .json || style == nil && (concreteContentType.flatMap(MediaType.init)?.isJSON ?? false)
    }
}
