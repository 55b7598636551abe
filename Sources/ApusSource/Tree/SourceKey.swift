internal import ApusJSON

/// Text of a document as a dictionary key: compared by its bytes.
///
/// JSON compares names by code points (RFC 8259, section 8.3), so `é` as one code point and `é` as two are two names,
/// although equal as `String`s. Swift's own comparison also sorts combining marks, in quadratic time for a long run of
/// them.
public struct SourceKey: Hashable, Sendable {
    public let text: String

    public init(_ text: String) {
        self.text = text
    }

    public static func == (left: SourceKey, right: SourceKey) -> Bool {
        TextBytes.areSame(left.text, right.text)
    }

    public func hash(into hasher: inout Hasher) {
        TextBytes.hash(text, into: &hasher)
    }

    /// Whether two texts have the same bytes.
    public static func areSame(_ left: String, _ right: String) -> Bool {
        TextBytes.areSame(left, right)
    }
}
