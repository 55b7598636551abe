/// A client's rules for decoding where its document is silent or a response does not match it.
@_documentation(visibility: internal)
public struct DecodingRules: Sendable {
    /// The offset of a date-time without one, in seconds east of UTC.
    public var datesWithoutOffset: Int
    /// The treatment of a value that does not fit; a call's options take precedence.
    public var onMismatch: MismatchPolicy

    /// By default, dates without an offset are in UTC, and every mismatch is an error.
    public init(datesWithoutOffset: Int = 0, onMismatch: MismatchPolicy = .fail) {
        self.datesWithoutOffset = datesWithoutOffset
        self.onMismatch = onMismatch
    }

    /// The rules without any configuration.
    public static let standard = DecodingRules()
}
