/// The name of a parameter, header, body or response that a reference targets.
public struct SharedName: Hashable, Sendable {
    /// The key under `components/…` or a similar map, or the name of the location in another file.
    public var text: String
    /// Whether the document lists it under its components, also as a reference to another file.
    public var isComponent: Bool

    public init(text: String, isComponent: Bool) {
        self.text = text
        self.isComponent = isComponent
    }
}
