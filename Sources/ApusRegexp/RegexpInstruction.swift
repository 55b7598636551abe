/// One instruction of a compiled expression; unless it says otherwise, the next one follows.
enum RegexpInstruction: Sendable {
    case consume(RegexpSet)
    case assert(RegexpAssertion)
    /// Goes on at both.
    case split(Int, Int)
    case jump(Int)
    case accept
}
