/// One step from the value of an operation to a value inside.
public enum AccessStep: Equatable, Sendable {
    /// `.name`
    case member(String)
    /// `["key"]`
    case key(String)
    /// `?`: later steps are reached only for a non-nil value.
    case unwrap
    /// `.wrapped` of the runtime's `Nullable`.
    case wrapped
    /// `.array` of the runtime's `JSONValue`.
    case array
}
