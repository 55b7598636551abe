/// The encoding of one member of a form or of a multipart body (OpenAPI 3.2, "Encoding Object").
///
/// A style takes precedence over a content type; without either a member is written by its value: scalars as text,
/// objects as JSON, arrays element by element.
@_documentation(visibility: internal)
public struct FormPart: Sendable {
    /// nil: ``contentType`` decides.
    public var style: ParameterStyle?
    public var explode: Bool
    public var allowReserved: Bool
    /// The media type of the part, or of each element where the member is an array. With several comma-separated types,
    /// or a range such as `image/*`, the value determines the type.
    public var contentType: String?
    /// Writes the member, or each element of an array unless ``explode`` is false, as ``contentType`` where the runtime
    /// does not implement the format: XML.
    public var coder: (any BodyCoder)?
    /// The headers of a part that have a single possible value.
    public var headers: [(name: String, value: String)]

    /// The key for the parts of an array without a position of their own, instead of a member's name. Parts with a
    /// position use it as the key: `0`.
    public static let others = "*"

    /// - Parameters:
    ///   - style: The style; ``ParameterStyle/json`` writes a whole value, also an array, as one JSON text.
    ///   - explode: Whether each element of an array and each member of an object is a pair, rather than the whole.
    ///   - allowReserved: Whether reserved characters of RFC 3986, 2.2 are left unescaped.
    ///   - contentType: The content type of a member without a style.
    ///   - coder: Writes a content type that the runtime does not implement.
    ///   - headers: The headers of a part of a multipart body.
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

    /// Whether an array is one text, rather than one for each element.
    var takesWholeLists: Bool { style == .json || style == nil && coder != nil && !explode }

    /// The value, or one element of it, written by ``coder``; nil where there is none.
    func encode(_ value: WrittenValue, path: String) throws(EncodingProblem) -> [UInt8]? {
        guard let coder, !isStyled else { return nil }
        do throws(EncodingProblem) {
            let body = try coder.encode(value.tree, contentType: contentType ?? "")
            guard case .bytes(let bytes) = body.content else { return nil }
            return bytes
        } catch {
            throw EncodingProblem(path: error.path.isEmpty ? path : "\(path).\(error.path)", reason: error.reason)
        }
    }

    /// nil where the content type is not a single type.
    var concreteContentType: String? {
        guard let contentType, !contentType.contains(","), !contentType.contains("*") else { return nil }
        return contentType
    }

    var isJSON: Bool {
        style == .json || style == nil && (concreteContentType.flatMap(ContentType.init)?.isJSON ?? false)
    }
}
