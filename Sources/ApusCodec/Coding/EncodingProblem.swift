/// A value that the wire format cannot express.
///
/// `order.price: NaN has no form in JSON`
public struct EncodingProblem: APIProblem, Hashable {
    /// The location in the value, with the document's names; empty for the value itself.
    public let path: String
    /// The reason why the value cannot be written.
    public let reason: Reason

    /// Makes a problem, for writers of other formats.
    public init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// The reason why a value cannot be written. Later versions may add cases: end a `switch` with `default`.
    public enum Reason: Sendable, Hashable, CustomStringConvertible {
        /// RFC 8259 §6 has no NaN.
        case notANumber
        /// RFC 8259 §6 has no infinity.
        case infinity
        /// RFC 3339 §5.6 has the years 0 to 9999.
        case dateOutOfRange
        /// The value is nested deeper than readers accept.
        case nestingTooDeep(limit: Int)
        /// The document does not allow the value; checked only with ``ContractChecks/requests``.
        case violates([Violation])
        /// Neither the call nor its client has the argument; the name of the client's parameter.
        case missing(parameter: String)
        /// A reason that the value itself reports.
        case unrepresentable(String)

        /// One phrase, without a full stop.
        public var description: String {
            switch self {
            case .notANumber: "NaN has no form in JSON"
            case .infinity: "infinity has no form in JSON"
            case .dateOutOfRange: "the date is outside the years 0000 to 9999"
            case .nestingTooDeep(let limit): "nesting deeper than \(limit)"
            case .violates(let violations): violations.map(\.description).joined(separator: "; ")
            case .missing(let parameter):
                "no value; give it to the call, or `\(parameter)` to the client"
            case .unrepresentable(let text): text
            }
        }
    }

    /// Path and reason in one line.
    public var description: String { ShownText.escape("\(path)\(path.isEmpty ? "" : ": ")\(reason)") }
}
