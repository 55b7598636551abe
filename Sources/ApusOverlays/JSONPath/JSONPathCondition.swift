/// The condition of a filter, after the question mark (RFC 9535 section 2.3.5).
indirect enum JSONPathCondition: Sendable {
    case or([JSONPathCondition])
    case and([JSONPathCondition])
    case not(JSONPathCondition)
    case exists(JSONPathQuery)
    case matches(JSONPathFunction)
    case comparison(JSONPathOperand, JSONPathComparison, JSONPathOperand)
}
