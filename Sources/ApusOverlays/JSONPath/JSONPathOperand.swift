import ApusSource

/// One side of a comparison, or an argument.
indirect enum JSONPathOperand: Sendable {
    case literal(SourceNode)
    case query(JSONPathQuery)
    case function(JSONPathFunction)
}
