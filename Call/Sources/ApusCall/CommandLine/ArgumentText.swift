internal import ApusModel
internal import ApusRuntime
internal import ApusSource
internal import Foundation

/// Reads the text of an option as JSON of its type.
struct ArgumentText {
    let types: ValueBuilder
    let surroundings: Surroundings

    /// The most bytes of an argument from a file or from standard input: the runtime's limit of a body.
    static let limit = CallOptions.standardBodyLimit

    /// The JSON of an option that was given once or more; several values are an array.
    func json(_ texts: [String], of option: CallOption) throws(CallFault) -> JSONValue {
        guard case .array(let element) = types.resolved(option.type) else {
            guard texts.count == 1 else { throw CallFault("--\(option.name) is given twice and takes one value") }
            return try json(texts[0], option.type, option)
        }
        if texts.count == 1, let whole = parse(try content(texts[0], option)), whole.array != nil { return whole }
        var elements: [JSONValue] = []
        for text in texts { elements.append(try json(text, element, option)) }
        return .array(elements)
    }

    private func json(_ text: String, _ type: TypeRef, _ option: CallOption) throws(CallFault) -> JSONValue {
        let text = try content(text, option)
        if text == "null", isNullable(type) { return .null }
        switch types.resolved(type) {
        case .scalar(let scalar), .numberOrText(let scalar): return value(text, scalar)
        case .quoted: return .string(text)
        case .named(let id):
            if case .enumeration(let decl)? = types.types[id] { return try json(text, decl.rawType, option) }
            return parse(text) ?? .string(text)
        case .json, .external, .array, .dictionary, .optional, .tristate, .indirect: return parse(text) ?? .string(text)
        }
    }

    private func isNullable(_ type: TypeRef) -> Bool {
        if case .tristate = type { true } else { false }
    }

    private func value(_ text: String, _ type: ScalarType) -> JSONValue {
        switch type {
        case .string, .date, .calendarDate, .data, .file, .uuid, .url, .secretString: .string(text)
        case .bool, .int, .int8, .int16, .int32, .int64, .uint, .uint8, .uint16, .uint32, .uint64, .double, .float,
            .decimal, .null:
            parse(text) ?? .string(text)
        }
    }

    private func parse(_ text: String) -> JSONValue? { try? JSONValue(json: Array(text.utf8)) }

    /// `@FILE` and `@-` are the content of a file and of standard input, without its last line break, and `@@…` is `@…`. A secret is one of
    /// these or `env:NAME`, because arguments are shown to every user of the machine.
    private func content(_ text: String, _ option: CallOption) throws(CallFault) -> String {
        if isSecret(option.type) {
            if text.hasPrefix("env:") {
                guard let value = surroundings.variables[String(text.dropFirst(4))] else {
                    throw CallFault("--\(option.name): the variable of the environment is not set")
                }
                return value
            }
            guard text.hasPrefix("@"), !text.hasPrefix("@@") else {
                throw CallFault(
                    "--\(option.name) is a secret, which no argument may hold: write --\(option.name) env:NAME, @FILE or @-"
                )
            }
        }
        guard text.hasPrefix("@") else { return text }
        let name = String(text.dropFirst())
        if name.hasPrefix("@") { return name }
        let bytes = try read(name, for: option.name)
        guard var content = String(validating: bytes, as: UTF8.self) else {
            throw CallFault("--\(option.name): \(VisibleText.of(name)) is not text in UTF-8")
        }
        if let last = content.last, last.isNewline { content.removeLast() }
        return content
    }

    func isSecret(_ type: TypeRef) -> Bool { types.resolved(type) == .scalar(.secretString) }

    /// The bytes of a file, or of standard input for `-`.
    func read(_ name: String, for option: String) throws(CallFault) -> [UInt8] {
        if name == "-" {
            if let bytes = surroundings.readInput(Self.limit) { return bytes }
            throw CallFault("--\(option): standard input has more than \(Self.limit) bytes")
        }
        let shown = VisibleText.of(name)
        guard let file = FileHandle(forReadingAtPath: name) else {
            throw CallFault("--\(option): \(shown) cannot be opened")
        }
        defer { try? file.close() }
        var bytes: [UInt8] = []
        while bytes.count <= Self.limit {
            guard let piece = try? file.read(upToCount: 1 << 16) else {
                if bytes.isEmpty { throw CallFault("--\(option): \(shown) cannot be read") }
                break
            }
            if piece.isEmpty { break }
            bytes += piece
        }
        if bytes.count > Self.limit { throw CallFault("--\(option): \(shown) has more than \(Self.limit) bytes") }
        return bytes
    }
}
