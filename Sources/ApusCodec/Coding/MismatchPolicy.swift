/// What becomes of a value in an answer that does not fit its type.
public struct MismatchPolicy: Sendable {
    package let drops: Bool
    let observe: (@Sendable (_ mismatch: DecodingProblem, _ operation: String) -> Void)?

    /// The call fails with ``DecodingProblem``.
    public static let fail = MismatchPolicy(drops: false, observe: nil)

    /// The innermost member around the value that may be absent is read as absent, and the innermost element of a list or a dictionary is left
    /// out. ``APIResponse/dropped`` says what. A value that nothing of the kind stands around is still an error.
    public static let drop = MismatchPolicy(drops: true, observe: nil)

    /// As ``drop``, and each mismatch is told, with the id of its operation, when it is found; of one body at most a hundred.
    public static func drop(
        reporting observe: @escaping @Sendable (_ mismatch: DecodingProblem, _ operation: String) -> Void
    ) -> MismatchPolicy {
        MismatchPolicy(drops: true, observe: observe)
    }
}
