public import ApusSource

/// An Overlay of version 1.0 or 1.1: changes to a document, applied before anything reads it.
public struct OverlayDocument: Sendable {
    /// The declared version: `1.0.0`.
    public let version: String
    public let title: String
    /// URI reference of the document that the overlay extends, with its location.
    public let extends: String?
    public let actions: [OverlayAction]
    public let mark: SourceMark
}
