extension YAMLTreeBuilder {
    /// Plain scalars follow the core schema, quoted and block scalars are strings, and a tag takes precedence:
    /// `!!str 1` → "1", `!!int "1"` → 1. Tags outside of the core schema do not change the text.
    func type(_ scalar: YAMLEvent.YAMLScalar) throws(SourceError) -> SourceNode.Content {
        guard let tag = scalar.tag else {
            return scalar.isPlain ? YAMLCoreSchema.resolve(scalar.text) : .string(scalar.text)
        }
        guard let name = Self.typedTags[tag] else { return .string(scalar.text) }
        let content = YAMLCoreSchema.resolve(scalar.text)
        switch (name, content) {
        case ("null", .null), ("bool", .boolean), ("float", .number): return content
        case ("int", .number(let number)) where number.integer != nil: return content
        default: throw SourceError(.tagMismatch(scalar.text, tag: name, at: mark(scalar.offset)))
        }
    }

    private static let typedTags = [
        "tag:yaml.org,2002:null": "null",
        "tag:yaml.org,2002:bool": "bool",
        "tag:yaml.org,2002:int": "int",
        "tag:yaml.org,2002:float": "float",
    ]
}

extension SourceNode {
    /// The text of a scalar as a key; nil for collections.
    var scalarText: String? {
        switch content {
        case .null: ""
        case .boolean(let value): value ? "true" : "false"
        case .number(let number): number.text
        case .string(let text): text
        case .sequence, .mapping: nil
        }
    }
}
