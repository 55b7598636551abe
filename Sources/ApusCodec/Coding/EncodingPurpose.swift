/// The purpose of writing a value.
@_documentation(visibility: internal)
public enum EncodingPurpose: Sendable, Hashable {
    /// For the server: read-only members are omitted.
    case request
    /// To be read back as the same type: everything is written.
    case storage
}
