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
    /// The request's URL, as a server named it, instead of the operation's path: absolute, or relative to the
    /// operation's own URL.
    var address: String?
    /// The path of an ``UndocumentedRequest``; nil for an operation of the document.
    var undocumentedPath: RequestPath?
    /// The operation whose arguments are collected, for transports that answer by it; nil: a request without one.
    var operation: (any Sendable)?
    /// The operation's limits to check in addition to those of models, by location; nil: nothing is checked.
    private let constraints: StaticString?
    private(set) var problem: EncodingProblem?

    public init(descriptor: OperationDescriptor) {
        self.init(descriptor: descriptor, constraints: nil)
    }

    init(descriptor: OperationDescriptor, constraints: StaticString?) {
        self.descriptor = descriptor
        self.constraints = constraints
    }

    /// Reports an argument that neither the call nor the client has.
    ///
    /// - Parameters:
    ///   - name: The parameter of the client.
    ///   - location: The path of the problem: `path parameter company_id`, `body.company_id`.
    public mutating func demand<Value>(_ value: Value?, of name: String, for location: String) {
        if value == nil { report(EncodingProblem(path: location, reason: .missing(parameter: name))) }
    }

    /// Reports a required member without a value; null is a value.
    public mutating func demand<Value>(_ value: Nullable<Value>, of name: String, for location: String) {
        if case .absent = value { report(EncodingProblem(path: location, reason: .missing(parameter: name))) }
    }

    /// Replaces `{name}` with `value`.
    public mutating func path<Value: APIValue>(
        _ name: String, _ value: Value?, style: ParameterStyle = .simple, explode: Bool = false,
        allowReserved: Bool = false
    ) {
        let escape: PercentEncoding = allowReserved ? .reservedInPath : .unreserved
        let encoding = ParameterEncoding(
            name: name, style: style, explode: explode, escape: escape, escapeName: .unreserved)
        guard let written = write(value, for: "path parameter \(name)") else { return }
        let text = contentText(written, style).map(escape.encode) ?? encoding.single(ParameterValue(written))
        if let text { pathValues.append((name, text)) }
    }

    public mutating func query<Value: APIValue>(
        _ name: String, _ value: Value?, style: ParameterStyle = .form, explode: Bool = true,
        allowReserved: Bool = false, allowEmptyValue: Bool = false
    ) {
        guard let written = write(value, for: "query parameter \(name)") else { return }
        let encoding = ParameterEncoding(
            name: name, style: style, explode: explode, escape: allowReserved ? .reservedInQuery : .unreserved,
            escapeName: .unreserved, allowsEmpty: allowEmptyValue)
        query += pairs(written, encoding)
    }

    /// The whole query: the members of an object as `name=value`, or, with a JSON content type, its JSON text.
    public mutating func queryString<Value: APIValue>(
        _ value: Value?, contentType: String = "application/x-www-form-urlencoded"
    ) {
        guard let written = write(value, for: "query") else { return }
        if ContentType(contentType)?.isJSON == true {
            query.append(PercentEncoding.unreserved.encode(written.json))
        } else if case .string(let text) = written {
            query.append(PercentEncoding(allowing: ":/?@!$&'()*+,;=", keepsTriplets: true).encode(text))
        } else {
            query += (try? FormEncoder(parts: [:]).pairs(written)) ?? []
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
        guard let written = write(value, for: "header \(name)") else { return nil }
        // RFC 9110 defines the format of these headers, whatever the document declares.
        if let date = value as? Date, HTTPDate.isUsed(in: name) {
            return HTTPDate.text(of: date.timeIntervalSinceReferenceDate)
        }
        let encoding = ParameterEncoding(
            name: name, style: style, explode: explode, escape: .none, escapeName: .none)
        return contentText(written, style) ?? encoding.single(ParameterValue(written))
    }

    public mutating func cookie<Value: APIValue>(
        _ name: String, _ value: Value?, style: ParameterStyle = .form, explode: Bool = true
    ) {
        guard let written = write(value, for: "cookie \(name)") else { return }
        let escape: PercentEncoding = style == .cookie ? .none : .unreserved
        let encoding = ParameterEncoding(name: name, style: style, explode: explode, escape: escape, escapeName: escape)
        for pair in pairs(written, encoding) {
            if let reason = CookieRules.problem(in: pair) {
                report("cookie \(name)", reason)
            } else {
                cookies.append(pair)
            }
        }
    }

    private func pairs(_ written: WrittenValue, _ encoding: ParameterEncoding) -> [String] {
        if let text = contentText(written, encoding.style) { return encoding.pairs(.text(text)) }
        return encoding.style == .deepObject ? encoding.deepPairs(written) : encoding.pairs(encoding.value(written))
    }

    /// A value as text of a content type.
    private func contentText(_ written: WrittenValue, _ style: ParameterStyle) -> String? {
        switch style {
        case .json: written.json
        case .urlEncoded: (try? FormEncoder(parts: [:]).pairs(written))?.joined(separator: "&") ?? ""
        default: nil
        }
    }

    /// nil: the value is omitted, or a problem.
    ///
    /// - Parameter location: The path of a problem: `query parameter limit`, `body`.
    mutating func write<Value: APIValue>(_ value: Value?, for location: String) -> WrittenValue? {
        guard let value, problem == nil, isValid(value, location) else { return nil }
        do throws(EncodingProblem) {
            return try WrittenValue(value)
        } catch {
            let path = error.path.isEmpty ? location : "\(location).\(error.path)"
            problem = EncodingProblem(path: path, reason: error.reason)
            return nil
        }
    }

    /// Returns false, and reports a problem, for a value that the document does not allow, if checks are enabled.
    mutating func isValid<Value: APIValue>(_ value: Value, _ location: String) -> Bool {
        guard let constraints else { return true }
        let violations = value.violations(with: constraints, for: location.replacing(" parameter", with: ""))
        if !violations.isEmpty { report(EncodingProblem(path: location, reason: .violates(violations))) }
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
    mutating func report(_ location: String, _ reason: String) {
        if problem == nil { problem = EncodingProblem(path: location, reason: .unrepresentable(reason)) }
    }

    mutating func report(_ found: EncodingProblem) {
        if problem == nil { problem = found }
    }
}
