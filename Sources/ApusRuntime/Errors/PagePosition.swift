/// The position of a page. It can be saved and continued from by the same operation with the same arguments.
///
/// Its text is JSON: `4` for a page number or an offset, `"eyJpZCI6N30"` for a cursor or a URL.
public struct PagePosition: Sendable, Hashable, LosslessStringConvertible, Codable {
    /// A string or a number.
    let value: JSONValue

    init?(_ value: JSONValue?) {
        switch value {
        case .string(let text) where !text.isEmpty: self.value = .string(text)
        case .number(let number): self.value = .number(number)
        default: return nil
        }
    }

    init(_ number: Int) {
        value = .number(JSONNumber(number))
    }

    /// Reads ``description``; nil for any other text.
    public init?(_ description: String) {
        self.init(JSONBridge.decode(Array(description.utf8)))
    }

    public var description: String { value.description }

    /// The value as a query parameter.
    var text: String {
        value.string ?? value.description
    }

    public init(from decoder: any Decoder) throws {
        let value = try JSONValue(from: decoder)
        guard let position = PagePosition(value) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "a position is a string or a number"))
        }
        self = position
    }

    public func encode(to encoder: any Encoder) throws {
        try value.encode(to: encoder)
    }
}
