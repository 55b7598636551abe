extension Fix.Value {
    /// nil for a mapping, a sequence and null.
    public init?(_ node: SourceNode) {
        switch node.content {
        case .string(let text): self = .string(text)
        case .boolean(let flag): self = .boolean(flag)
        case .number(let number): self = .number(number.text)
        case .null, .sequence, .mapping: return nil
        }
    }
}
