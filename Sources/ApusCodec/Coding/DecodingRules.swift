/// How a client reads what its document leaves open, and what does not keep to it.
public struct DecodingRules: Sendable {
    /// The offset of a date-time that names none, in seconds east of UTC.
    public var datesWithoutOffset: Int
    /// What becomes of a value that does not fit, unless a call says otherwise.
    public var onMismatch: MismatchPolicy

    /// UTC for dates without an offset, and an error for every mismatch, unless told otherwise.
    public init(datesWithoutOffset: Int = 0, onMismatch: MismatchPolicy = .fail) {
        self.datesWithoutOffset = datesWithoutOffset
        self.onMismatch = onMismatch
    }

    /// What holds where nothing is configured.
    public static let standard = DecodingRules()
}
