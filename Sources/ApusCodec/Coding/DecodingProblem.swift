/// The first value in a body that does not fit the model.
///
/// `contacts.data[3].created_at: expected date-time, found "soon" (offset 812)`, and in XML
/// `/order/line[3]/@shipped: expected date-time, found "soon" (line 12)`
public struct DecodingProblem: APIProblem, Hashable {
    /// The location in the body, as a dotted path; in XML with the names of nodes; empty for text that cannot be
    /// parsed.
    public let path: String
    /// The byte offset of the value.
    public let offset: Int
    /// The line, counted from 1, in a format without offsets: XML. ``offset`` is then the beginning of that line.
    public let line: Int?
    /// The value that the model expects.
    public let expected: String
    /// The value that was found; long values are shortened.
    public let found: String

    /// Makes a problem, for readers of other formats.
    public init(path: String, offset: Int, line: Int? = nil, expected: String, found: String) {
        self.path = path
        self.offset = offset
        self.line = line
        self.expected = expected
        self.found = found
    }

    /// Path, expected value, found value and location in one line.
    public var description: String {
        describe("expected \(expected), found \(found)")
    }

    /// The same without the value.
    package var descriptionWithoutValue: String { describe("expected \(expected)") }

    private func describe(_ words: String) -> String {
        let location = line.map { "line \($0)" } ?? "offset \(offset)"
        return ShownText.escape("\(path)\(path.isEmpty ? "" : ": ")\(words) (\(location))")
    }
}
