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
        /// Merged into mappings, appended to sequences, and instead of scalars.
        case update(SourceNode)
        case copy(JSONPath, mark: SourceMark)
        /// An action with only a target, which the specification allows.
        case nothing
    }
}
