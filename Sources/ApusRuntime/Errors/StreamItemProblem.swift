/// An item of a stream that does not fit its model. The ones after it can still be read: ask the iterator again.
///
/// `item 4: choices[0].delta: expected object, found "x" (offset 31)`
public struct StreamItemProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// Which item, from 0.
    public let item: Int
    /// The item as it came; what is not UTF-8 is shown as U+FFFD here, and nowhere else.
    public let text: String
    public let problem: DecodingProblem

    public init(item: Int, text: String, problem: DecodingProblem) {
        self.item = item
        self.text = text
        self.problem = problem
    }

    public var description: String { "item \(item): \(problem)" }
}
