public import ApusSource
public import ApusSpec

/// The same schema, read in another way.
extension FlatSchema {
    /// Kubernetes' extension for either type, whatever `type` is.
    public var asIntegerOrString: FlatSchema {
        var parts = SchemaParts(copying: self)
        parts.types = [.integer, .string]
        parts.format = nil
        return FlatSchema(Schema(parts))
    }
}

extension Schema {
    /// The schema with a constant instead of its enum.
    public func withConstant(_ value: SourceNode) -> Schema {
        var parts = SchemaParts(copying: self)
        (parts.const, parts.enumeration) = (value, nil)
        return Schema(parts)
    }
}
