/// What a regular expression consists of.
indirect enum RegexpExpression: Sendable {
    case atom(RegexpClass)
    case sequence([RegexpExpression])
    case alternatives([RegexpExpression])
    /// From `least` to `most` times; without end when `most` is nil.
    case repeated(RegexpExpression, least: Int, most: Int?)
}
