/// The name of a parameter, header, body or response that a reference led to.
public struct SharedName: Hashable, Sendable {
    /// The key under `components/…` or the like, or the name of the place in another file.
    public var text: String
    /// Whether the document lists it under its components, be it as a reference to another file.
    public var isComponent: Bool

    public init(text: String, isComponent: Bool) {
        self.text = text
        self.isComponent = isComponent
    }
}
