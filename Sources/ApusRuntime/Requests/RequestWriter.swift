internal import HTTPTypes

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Collects an operation's arguments. No call throws: the first problem is kept and thrown when the request is
/// finished.
///
/// A nil argument is omitted. A value cannot leave its location: reserved characters are percent-encoded, and a value
/// that cannot be represented (a line break in a header, a path segment `..`) is an ``EncodingProblem`` with the
/// location.
@_documentation(visibility: internal)
public struct RequestWriter: Sendable {
    var descriptor: OperationDescriptor
    var pathValues: [(name: String, value: String)] = []
    var query: [String] = []
    var headers: HTTPFields = [:]
    var cookies: [String] = []
    var partHeaders: [(part: String, name: String, value: String)] = []
    var body: APIBody = .none
    /// The request's URL, as a server named it, in place of the operation's path: absolute, or relative to the
    /// operation's own URL.
    var address: String?
    /// The operation's limits to check besides those of models, by location; nil: nothing is checked.
    private let constraints: StaticString?
    private(set) var problem: EncodingProblem?

    public init(descriptor: OperationDescriptor) {
        self.init(descriptor: descriptor, constraints: nil)
    }

    init(descriptor: OperationDescriptor, constraints: StaticString?) {
        self.descriptor = descriptor
        self.constraints = constraints
    }

    /// Replaces `{name}` with `value`.
    public mutating func path<Value: APIValue>(
        _ name: String, _ value: Value?, style: ParameterStyle = .simple, explode: Bool = false,
        allowReserved: Bool = false
    ) {
        let escape: PercentEncoding = allowReserved ? .reservedInPath : .unreserved
        let encoding = ParameterEncoding(
            name: name, style: style, explode: explode, escape: escape, escapeName: .unreserved)
        guard let tree = tree(value, "path parameter \(name)") else { return }
        let text = contentText(tree, style).map(escape.encode) ?? encoding.single(ParameterValue(tree))
        if let text { pathValues.append((name, text)) }
    }

    public mutating func query<Value: APIValue>(
        _ name: String, _ value: Value?, style: ParameterStyle = .form, explode: Bool = true,
        allowReserved: Bool = false, allowEmptyValue: Bool = false
    ) {
        guard let tree = tree(value, "query parameter \(name)") else { return }
        let encoding = ParameterEncoding(
            name: name, style: style, explode: explode, escape: allowReserved ? .reservedInQuery : .unreserved,
            escapeName: .unreserved, allowsEmpty: allowEmptyValue)
        query += pairs(tree, encoding)
    }

    /// The whole query: the members of an object as `name=value`, or, with a JSON content type, its JSON text.
    public mutating func queryString<Value: APIValue>(
        _ value: Value?, contentType: String = "application/x-www-form-urlencoded"
    ) {
        guard let tree = tree(value, "query") else { return }
        if MediaType(contentType)?.isJSON == true {
            query.append(PercentEncoding.unreserved.encode(jsonText(tree)))
        } else if case .string(let text) = tree {
            query.append(PercentEncoding(allowing: ":/?@!$&'()*+,;=", keepsTriplets: true).encode(text))
        } else {
            query += (try? FormEncoder(parts: [:]).pairs(tree)) ?? []
        }
    }

    public mutating func header<Value: APIValue>(
        _ name: String, _ value: Value?, style: ParameterStyle = .simple, explode: Bool = false
    ) {
        if let text = headerText(name, value, style: style, explode: explode) { setHeader(name, text) }
    }

    mutating func headerText<Value: APIValue>(
        _ name: String, _ value: Value?, style: ParameterStyle, explode: Bool
    ) -> String? {
        guard let tree = tree(value, "header \(name)") else { return nil }
        // RFC 9110 defines the format of these headers, whatever the document declares.
        if let date = value as? Date, HTTPDate.isUsed(in: name) {
            return HTTPDate.text(of: date.timeIntervalSinceReferenceDate)
        }
        let encoding = ParameterEncoding(
            name: name, style: style, explode: explode, escape: .none, escapeName: .none)
        return contentText(tree, style) ?? encoding.single(ParameterValue(tree))
    }

    public mutating func cookie<Value: APIValue>(
        _ name: String, _ value: Value?, style: ParameterStyle = .form, explode: Bool = true
    ) {
        guard let tree = tree(value, "cookie \(name)") else { return }
        let escape: PercentEncoding = style == .cookie ? .none : .unreserved
        let encoding = ParameterEncoding(name: name, style: style, explode: explode, escape: escape, escapeName: escape)
        for pair in pairs(tree, encoding) {
            if let reason = CookieRules.problem(in: pair) {
                report("cookie \(name)", reason)
            } else {
                cookies.append(pair)
            }
        }
    }

    private func pairs(_ tree: JSONValue, _ encoding: ParameterEncoding) -> [String] {
        if let text = contentText(tree, encoding.style) { return encoding.pairs(.text(text)) }
        return encoding.style == .deepObject ? encoding.deepPairs(tree) : encoding.pairs(encoding.value(tree))
    }

    /// A value as text of a content type.
    private func contentText(_ tree: JSONValue, _ style: ParameterStyle) -> String? {
        switch style {
        case .json: jsonText(tree)
        case .urlEncoded: (try? FormEncoder(parts: [:]).pairs(tree))?.joined(separator: "&") ?? ""
        default: nil
        }
    }

    private func jsonText(_ tree: JSONValue) -> String {
        String(decoding: JSONBridge.encode(tree), as: UTF8.self)
    }

    /// nil: the value is omitted, or a problem.
    mutating func tree<Value: APIValue>(_ value: Value?, _ place: String) -> JSONValue? {
        guard let value, problem == nil, isValid(value, place) else { return nil }
        do throws(EncodingProblem) {
            return try JSONBridge.tree(value)
        } catch {
            problem = EncodingProblem(path: error.path.isEmpty ? place : "\(place).\(error.path)", reason: error.reason)
            return nil
        }
    }

    /// Returns false, and reports a problem, for a value that the document does not allow, if checks are enabled.
    mutating func isValid<Value: APIValue>(_ value: Value, _ place: String) -> Bool {
        guard let constraints else { return true }
        let violations = value.violations(besides: constraints, for: place.replacing(" parameter", with: ""))
        if !violations.isEmpty { report(EncodingProblem(path: place, reason: .violates(violations))) }
        return violations.isEmpty
    }

    mutating func setHeader(_ name: String, _ text: String) {
        guard let field = HTTPField.Name(name) else {
            return report("header \(name)", "this is no name for a header")
        }
        if let reason = HeaderRules.problem(in: text) { return report("header \(name)", reason) }
        headers[field] = text
    }

    /// Records the first problem.
    mutating func report(_ place: String, _ reason: String) {
        if problem == nil { problem = EncodingProblem(path: place, reason: .unrepresentable(reason)) }
    }

    mutating func report(_ found: EncodingProblem) {
        if problem == nil { problem = found }
    }
}
