public import ApusSource

/// An Overlay of version 1.0 or 1.1: changes to a document, made before anything reads it.
public struct OverlayDocument: Sendable {
    /// As written: `1.0.0`.
    public let version: String
    public let title: String
    /// URI reference of the document that the overlay is meant for, with its place.
    public let extends: String?
    public let actions: [OverlayAction]
    public let mark: SourceMark
}

/// One change, made to every node that the target selects.
public struct OverlayAction: Sendable {
    public let description: String?
    public let mark: SourceMark
    let target: JSONPath
    let targetMark: SourceMark
    let change: Change

    enum Change: Sendable {
        case remove
        /// Merged into mappings, appended to sequences, put in the place of scalars.
        case update(SourceNode)
        case copy(JSONPath, mark: SourceMark)
        /// An action with a target only, which the specification allows.
        case nothing
    }
}
