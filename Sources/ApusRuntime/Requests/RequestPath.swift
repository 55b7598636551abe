/// The path of an ``UndocumentedRequest``: `"/v2/reports/\(id)"`.
///
/// Each interpolated value fills one segment and is percent-encoded like a path parameter; a call with an empty value, `.` or `..` throws an
/// ``EncodingProblem``. The literal text is sent as it is written, and may end in a query. The path is appended to the base path of the
/// client's server, unless it begins with `http://` or `https://`.
public struct RequestPath: Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
    /// The scheme and authority of a whole URL; nil for a path of the client's server.
    let origin: ServerURL?
    /// The path with `{1}`, `{2}` … for the interpolated values.
    let template: String
    /// Writes the interpolated values as path parameters.
    let encode: @Sendable (_ request: inout RequestWriter) -> Void

    /// A path known at runtime, as a whole: for the addresses that a server returns. Text in it can lead to any path of the server; interpolate
    /// values instead of concatenating them.
    public init(verbatim path: String) {
        self.init(stringInterpolation: StringInterpolation(literal: path))
    }

    public init(stringLiteral path: String) {
        self.init(verbatim: path)
    }

    public init(stringInterpolation: StringInterpolation) {
        let text = stringInterpolation.template
        let values = stringInterpolation.values
        encode = { request in
            for value in values { value(&request) }
        }
        let scheme = text.prefix { $0 != ":" }.lowercased()
        guard scheme == "http" || scheme == "https", text.dropFirst(scheme.count).hasPrefix("://") else {
            origin = nil
            template = Self.escape.encode(text)
            return
        }
        let authority = text.dropFirst(scheme.count + 3).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        origin = ServerURL("\(scheme)://\(authority)")
        template = Self.escape.encode(String(text.dropFirst(scheme.count + 3 + authority.count)))
    }

    /// The template: `/v2/reports/{1}`.
    public var description: String { (origin?.text ?? "") + template }

    /// The characters of a path and a query (RFC 3986, 3.3 and 3.4), and the braces of the template.
    private static let escape = PercentEncoding(allowing: ":@!$&'()*+,;=/?{}", keepsTriplets: true)

    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var template = ""
        fileprivate var values: [@Sendable (_ request: inout RequestWriter) -> Void] = []

        public init(literalCapacity: Int, interpolationCount: Int) {}

        fileprivate init(literal: String) {
            appendLiteral(literal)
        }

        public mutating func appendLiteral(_ literal: String) {
            template += literal.replacing("{", with: "%7B").replacing("}", with: "%7D")
        }

        /// Adds a value as one segment, or as a part of one.
        public mutating func appendInterpolation<Value: APIValue>(_ value: Value) {
            let name = "\(values.count + 1)"
            values.append { request in request.path(name, value) }
            template += "{\(name)}"
        }
    }
}
