/// One instruction of a compiled expression; execution continues with the next one unless the case says otherwise.
enum RegexpInstruction: Sendable {
    case consume(RegexpSet)
    case assert(RegexpAssertion)
    /// Continues at both.
    case split(Int, Int)
    case jump(Int)
    case accept
}
