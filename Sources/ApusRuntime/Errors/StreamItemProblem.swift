/// An item of a stream that does not decode. Later items can still be read with the same iterator.
///
/// `item 4: choices[0].delta: expected object, found "x" (offset 31)`
public struct StreamItemProblem: APIProblem, Hashable {
    /// The index of the item, from 0.
    public let item: Int
    /// The text of the item; bytes that are not UTF-8 are U+FFFD here only.
    public let text: String
    public let problem: DecodingProblem

    public init(item: Int, text: String, problem: DecodingProblem) {
        self.item = item
        self.text = text
        self.problem = problem
    }

    public var description: String { "item \(item): \(problem)" }
}
