/// How one member of a form is written (OpenAPI 3.2, "Encoding Object").
public struct FormPart: Sendable, Hashable {
    public var style: ParameterStyle
    public var explode: Bool
    public var allowReserved: Bool

    /// - Parameter style: ``ParameterStyle/json`` for a content type of JSON.
    public init(style: ParameterStyle = .form, explode: Bool = true, allowReserved: Bool = false) {
        self.style = style
        self.explode = explode
        self.allowReserved = allowReserved
    }
}
