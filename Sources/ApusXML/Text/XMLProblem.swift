internal import ApusCodec

/// The reason why a text is not accepted as XML, or a tree cannot be written.
package struct XMLProblem: APIProblem, Hashable {
    /// The kinds of problems. Later versions may add some.
    package struct Kind: RawRepresentable, Sendable, Hashable {
        package let rawValue: String

        package init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Not well-formed, wrong encoding, unbound prefix.
        package static let malformed = Kind(rawValue: "malformed")
        /// A document type declaration or an entity declared in one: always refused.
        package static let documentType = Kind(rawValue: "documentType")
        /// Nested deeper than ``XMLLimits/depth``.
        package static let tooDeep = Kind(rawValue: "tooDeep")
        /// Longer than ``XMLLimits/bytes``, or a start tag than ``XMLLimits/startTagBytes``.
        package static let tooLong = Kind(rawValue: "tooLong")
        /// More attributes, namespace declarations or names than ``XMLLimits`` allows.
        package static let tooMany = Kind(rawValue: "tooMany")
        /// A name or a character that is invalid in XML.
        package static let unwritable = Kind(rawValue: "unwritable")
        package static let outOfMemory = Kind(rawValue: "outOfMemory")
    }

    package let kind: Kind
    /// One phrase, without a full stop.
    package let reason: String
    /// Counted from 1; 0 without a location.
    package let line: Int
    package let column: Int

    package init(_ kind: Kind, _ reason: String, line: Int = 0, column: Int = 0) {
        self.kind = kind
        self.reason = reason
        self.line = line
        self.column = column
    }

    /// `4:12: Opening and ending tag mismatch`
    package var description: String {
        (line > 0 ? "\(line):\(column): " : "") + ShownText.escape(reason)
    }
}
