/// What a value is written for.
public enum EncodingPurpose: Sendable, Hashable {
    /// To the server: read-only members are left out.
    case request
    /// To read it back with the same type: everything is written.
    case storage
}
