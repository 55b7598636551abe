public import HTTPTypes

/// The typed headers that a document declares for a response; each is parsed on access.
public protocol ResponseHeaders: Sendable {
    /// All headers, including undocumented ones.
    var fields: HTTPFields { get }
    @_documentation(visibility: internal)
    init(_ fields: HTTPFields)
}

extension HTTPFields: ResponseHeaders {
    public init(_ fields: HTTPFields) { self = fields }

    public var fields: HTTPFields { self }
}

extension ResponseHeaders {
    /// A header by its name, also an undocumented one. Lines with one name are joined by `, `, those of `Set-Cookie`,
    /// whose dates contain commas, by line feeds; `fields[values: .setCookie]` returns them separately.
    public subscript(name: HTTPField.Name) -> String? {
        fields.text(of: name)
    }

    /// A header as the value of a schema; nil where it is absent or invalid. `read(_:)` throws the reason.
    @_documentation(visibility: internal)
    public func value<Value: APIValue>(_ name: StaticString) -> Value? {
        try? read(name)
    }

    /// A header that is an array, `1, 2, 3` (OpenAPI 3.2, "Style Values", `simple`; RFC 9110, 5.6.1).
    @_documentation(visibility: internal)
    public func list<Value: APIValue>(_ name: StaticString) -> Value? {
        try? read(name, as: .list)
    }

    /// The same with another separator: `1|2|3` (Swagger 2.0, "Header Object", `collectionFormat`).
    @_documentation(visibility: internal)
    public func list<Value: APIValue>(_ name: StaticString, style: ParameterStyle) -> Value? {
        switch style {
        case .spaceDelimited: try? read(name, as: .spacedList)
        case .tabDelimited: try? read(name, as: .tabbedList)
        case .pipeDelimited: try? read(name, as: .pipedList)
        default: list(name)
        }
    }

    /// A header that is an object, `R,100,G,200`, or `R=100,G=200` when exploded.
    @_documentation(visibility: internal)
    public func object<Value: APIValue>(_ name: StaticString, explode: Bool = false) -> Value? {
        try? read(name, as: explode ? .explodedObject : .object)
    }

    /// A header whose content is JSON.
    @_documentation(visibility: internal)
    public func json<Value: APIValue>(_ name: StaticString) -> Value? {
        try? read(name, as: .json)
    }

    /// A header as the value of a schema; nil where it is absent.
    ///
    /// - Throws: ``DecodingProblem`` when it is present and invalid.
    @_documentation(visibility: internal)
    public func read<Value: APIValue>(
        _ name: StaticString, as form: HeaderForm = .text
    ) throws(DecodingProblem) -> Value? {
        guard let field = HTTPField.Name(name.description), let text = fields.text(of: field) else {
            return nil
        }
        // The dates of cookies contain commas, and each cookie has a separate line (RFC 6265, section 3).
        if field == .setCookie, form == .list {
            return try JSONValue.array(fields[values: field].map { .string($0) }).decode(textualAs: Value.self)
        }
        do throws(DecodingProblem) {
            return try form.decode(text)
        } catch {
            let path = error.path.isEmpty ? "header \(name)" : "header \(name).\(error.path)"
            throw DecodingProblem(path: path, offset: error.offset, expected: error.expected, found: error.found)
        }
    }
}

extension HTTPFields {
    /// All lines of a name as one text; cookies cannot be joined by commas (RFC 6265, section 3).
    fileprivate func text(of name: HTTPField.Name) -> String? {
        guard name == .setCookie, contains(name) else { return self[name] }
        return self[values: name].joined(separator: "\n")
    }
}

/// The format of a header's value.
@_documentation(visibility: internal)
public enum HeaderForm: Sendable, Hashable {
    case text, list, spacedList, tabbedList, pipedList, object, explodedObject, json

    func decode<Value: APIValue>(_ text: String) throws(DecodingProblem) -> Value {
        if self == .json { return try JSONDecoding.decode(from: Array(text.utf8)) }
        if mayBeJSON(text), let value = try? JSONDecoding.decode(Value.self, from: Array(text.utf8)) { return value }
        return try tree(text).decode(textualAs: Value.self)
    }

    /// Frameworks describe a header with a JSON value by its schema alone, as if it had the style `simple`, in which no
    /// object begins with a brace and no array with a bracket.
    private func mayBeJSON(_ text: String) -> Bool {
        let first = text.utf8.first { $0 != UInt8(ascii: " ") }
        switch self {
        case .object, .explodedObject: return first == UInt8(ascii: "{")
        case .list: return first == UInt8(ascii: "[")
        case .text, .spacedList, .tabbedList, .pipedList, .json: return false
        }
    }

    private func tree(_ text: String) -> JSONValue {
        let pieces = text.pieces(between: separator).map { String($0.trimmed) }
        switch self {
        case .text, .json: return .string(text)
        case .list, .spacedList, .tabbedList, .pipedList: return .array(text.isEmpty ? [] : pieces.map { .string($0) })
        case .object:
            let pairs = stride(from: 0, to: pieces.count - 1, by: 2).map { (pieces[$0], pieces[$0 + 1]) }
            return .object(JSONObject(pairs.map { .init(key: $0.0, value: .string($0.1)) }))
        case .explodedObject:
            let members = pieces.map { piece in
                let halves = piece.pieces(between: "=", most: 1)
                return JSONObject.Member(
                    key: String(halves.first ?? ""), value: .string(halves.count > 1 ? String(halves[1]) : ""))
            }
            return .object(JSONObject(members))
        }
    }

    private var separator: Unicode.Scalar {
        switch self {
        case .spacedList: " "
        case .tabbedList: "\t"
        case .pipedList: "|"
        default: ","
        }
    }
}
