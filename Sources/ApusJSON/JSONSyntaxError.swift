/// The error of a text that is not JSON, with its position.
public struct JSONSyntaxError: Error, Sendable, Hashable {
    /// The byte offset of the first invalid byte; the text's length for a text that ends too early.
    public let offset: Int
    /// The error.
    public let reason: Reason

    /// Creates an error; used by the scanner, and by readers of formats based on it.
    public init(offset: Int, reason: Reason) {
        self.offset = offset
        self.reason = reason
    }

    /// The kind of error.
    public enum Reason: Sendable, Hashable {
        case expectedValue
        case expectedKey
        case expectedColon
        case expectedCommaOrBrace
        case expectedCommaOrBracket
        case unescapedControlCharacter
        case invalidEscape
        case invalidUTF8
        case invalidNumber
        case trailingContent
        case unexpectedEnd
        case nestingTooDeep(limit: Int)
        case tooLarge
    }
}

extension JSONSyntaxError: CustomStringConvertible {
    /// `expected ',' or '}' at offset 12`
    public var description: String { "\(reason) at offset \(offset)" }
}

extension JSONSyntaxError.Reason: CustomStringConvertible {
    /// One phrase, lower case, without a full stop.
    public var description: String {
        switch self {
        case .expectedValue: "expected a value"
        case .expectedKey: "expected a string as the member's name"
        case .expectedColon: "expected ':'"
        case .expectedCommaOrBrace: "expected ',' or '}'"
        case .expectedCommaOrBracket: "expected ',' or ']'"
        case .unescapedControlCharacter: "unescaped control character in a string"
        case .invalidEscape: "invalid escape"
        case .invalidUTF8: "invalid UTF-8"
        case .invalidNumber: "invalid number"
        case .trailingContent: "unexpected content after the value"
        case .unexpectedEnd: "unexpected end of input"
        case .nestingTooDeep(let limit): "nesting deeper than \(limit)"
        case .tooLarge: "input larger than 4 GiB"
        }
    }
}
