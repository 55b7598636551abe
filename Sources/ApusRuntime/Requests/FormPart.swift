/// How one member of a form is written (OpenAPI 3.2, "Encoding Object").
public struct FormPart: Sendable, Hashable {
    public var style: ParameterStyle
    public var explode: Bool
    public var allowReserved: Bool

    /// - Parameters:
    ///   - style: ``ParameterStyle/json`` for a content type of JSON.
    ///   - explode: A pair for each element of an array and each member of an object, instead of one for all.
    ///   - allowReserved: Leaves the reserved characters of RFC 3986, 2.2 as they are.
    public init(style: ParameterStyle = .form, explode: Bool = true, allowReserved: Bool = false) {
        self.style = style
        self.explode = explode
        self.allowReserved = allowReserved
    }
}
