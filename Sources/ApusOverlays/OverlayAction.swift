public import ApusSource

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
