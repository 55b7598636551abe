/// The first thing in a body that does not fit the model.
///
/// `contacts.data[3].created_at: expected date-time, found "soon" (offset 812)`
public struct DecodingProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// Where in the body, as a dotted path; empty for the body itself and for text that is not JSON.
    public let path: String
    /// The byte offset where the unfitting value begins.
    public let offset: Int
    /// What the model asks for there.
    public let expected: String
    /// What stands there; long values are shortened.
    public let found: String

    /// Makes a problem, for readers of other formats.
    public init(path: String, offset: Int, expected: String, found: String) {
        self.path = path
        self.offset = offset
        self.expected = expected
        self.found = found
    }

    /// Path, expectation, finding and offset in one line.
    public var description: String {
        "\(path)\(path.isEmpty ? "" : ": ")expected \(expected), found \(found) (offset \(offset))"
    }
}
