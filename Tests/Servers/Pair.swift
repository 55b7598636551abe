import Foundation

/// A name and a value, as a query or a form carries them.
public struct Pair: Hashable, Sendable, Decodable, CustomStringConvertible {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }

    public init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        name = try container.decode(String.self)
        value = try container.decode(String.self)
    }

    public var description: String { "\(name)=\(value)" }
}

extension Pair {
    /// The server's decoding of `a=1+2&b=%C3%A4`: `a` is `1 2` and `b` is `ä` (WHATWG URL,
    /// application/x-www-form-urlencoded).
    ///
    /// A `+` is a space, as in most servers: a client that does not escape a plus sign fails here.
    public static func readPairs(of text: some StringProtocol) -> [Pair] {
        text.split(separator: "&", omittingEmptySubsequences: true).map { part in
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return Pair(name: decode(halves[0]), value: halves.count > 1 ? decode(halves[1]) : "")
        }
    }

    private static func decode(_ text: some StringProtocol) -> String {
        let spaced = text.split(separator: "+", omittingEmptySubsequences: false).joined(separator: " ")
        return spaced.removingPercentEncoding ?? "(not percent-encoded UTF-8: \(text))"
    }
}
