/// A string that is never shown: descriptions, mirrors and dumps contain `<redacted>`. It is coded and compared like
/// any string.
public struct SecretString: Sendable, Hashable {
    /// The secret itself.
    public var value: String

    /// Wraps a secret.
    public init(_ value: String) { self.value = value }
}

extension SecretString: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `<redacted>`
    public var description: String { "<redacted>" }

    /// `<redacted>`
    public var debugDescription: String { description }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension SecretString: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// A literal.
    public init(stringLiteral value: String) { self.init(value) }
}

extension SecretString: APIValue {
    /// Reads a string.
    public init(from value: inout ValueReader) { self.init(value.readString()) }

    /// Writes the string, except into descriptions.
    public func write(to value: inout ValueWriter) {
        if value.state.pointee.style == .description {
            value.state.pointee.append("<redacted>")
        } else {
            value.writeString(self.value)
        }
    }
}

extension SecretString: Codable {
    /// Reads the string.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the secret; the caller must store it safely.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}
