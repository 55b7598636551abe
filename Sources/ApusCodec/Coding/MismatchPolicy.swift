/// The treatment of a response value that does not fit its type.
public struct MismatchPolicy: Sendable {
    package let drops: Bool
    let observe: (@Sendable (_ mismatch: DecodingProblem, _ operation: String) -> Void)?

    /// The call fails with ``DecodingProblem``.
    public static let fail = MismatchPolicy(drops: false, observe: nil)

    /// The innermost optional member around the value is read as absent, and the innermost element of an array or a
    /// dictionary is omitted. ``APIResponse/dropped`` lists the omissions. A value without such a container is still an
    /// error.
    public static let drop = MismatchPolicy(drops: true, observe: nil)

    /// Like ``drop``, and reports each mismatch with the id of its operation when it is found; at most a hundred for
    /// one body.
    public static func drop(
        reporting observe: @escaping @Sendable (_ mismatch: DecodingProblem, _ operation: String) -> Void
    ) -> MismatchPolicy {
        MismatchPolicy(drops: true, observe: observe)
    }
}
