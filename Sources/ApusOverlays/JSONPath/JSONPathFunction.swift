/// The functions of RFC 9535 section 2.4.
enum JSONPathFunction: Sendable {
    case length(JSONPathOperand)
    case count(JSONPathQuery)
    case value(JSONPathQuery)
    case match(JSONPathOperand, JSONPathOperand)
    case search(JSONPathOperand, JSONPathOperand)

    /// `match` and `search` are conditions; the others return values to compare.
    var isCondition: Bool {
        switch self {
        case .match, .search: true
        case .length, .count, .value: false
        }
    }
}
