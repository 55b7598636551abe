internal import ApusCodec

/// The reason why a text is not accepted as XML, or a tree cannot be written.
public struct XMLProblem: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Kind: String, Sendable, Hashable {
        /// Not well-formed, wrong encoding, unbound prefix.
        case malformed
        /// A document type declaration or an entity declared in one: always refused.
        case documentType
        /// Nested deeper than ``XMLLimits/depth``.
        case tooDeep
        /// Longer than ``XMLLimits/bytes``, or a start tag than ``XMLLimits/startTagBytes``.
        case tooLong
        /// More attributes, namespace declarations or names than ``XMLLimits`` allows.
        case tooMany
        /// A name or a character that is invalid in XML.
        case unwritable
        case outOfMemory
    }

    public let kind: Kind
    /// One phrase, without a full stop.
    public let reason: String
    /// Counted from 1; 0 without a location.
    public let line: Int
    public let column: Int

    public init(_ kind: Kind, _ reason: String, line: Int = 0, column: Int = 0) {
        self.kind = kind
        self.reason = reason
        self.line = line
        self.column = column
    }

    /// `4:12: Opening and ending tag mismatch`
    public var description: String {
        (line > 0 ? "\(line):\(column): " : "") + ShownText.escape(reason)
    }
}
