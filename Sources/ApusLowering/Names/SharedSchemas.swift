import ApusSource
import ApusSpec

/// Inline schemas of parameters, headers, bodies and responses that several operations use: each becomes one type of
/// the module.
///
/// A component and a part of the document in another file always count, whatever the number of operations that refer to
/// it, so that a name does not depend on that number. A schema that two operations share without a name (a path item
/// under two paths, a reference into another operation) is named after the operation that contains it.
struct SharedSchemas {
    /// Provisional names.
    private(set) var names: [SchemaID: String] = [:]
    private let operations: GivenOperationNames
    private var uses: [SchemaID: Use] = [:]

    private struct Use {
        /// The first operation, and its name for the schema.
        let operation: Int
        var name: String
        var isOwnName: Bool
        var isShared = false
    }

    init(_ document: Document, _ operations: GivenOperationNames) {
        self.operations = operations
        var index = 0
        for item in document.paths + document.webhooks {
            for operation in item.operations { visit(operation, at: &index) }
        }
        for (id, use) in uses where use.isShared && names[id] == nil { names[id] = use.name }
        uses = [:]
    }

    private mutating func visit(_ operation: Operation, at index: inout Int) {
        let user = User(operation, named: operations.name(of: operation), at: index)
        index += 1
        for parameter in operation.parameters { visit(parameter, of: user) }
        if let body = operation.requestBody {
            visit(body.content, named: body.sharedName?.name(as: "Body"), or: "Body", of: user)
            for header in body.content.flatMap(\.encodings).flatMap(\.headers) {
                visit(header, named: header.sharedName?.text, of: user)
            }
        }
        for response in operation.responses {
            let own = Self.role(of: response.status, among: operation.responses)
            let name = response.sharedName?.name(as: "Response")
            visit(response.content, named: name, or: own, of: user)
            for header in response.headers {
                let own = name.map { $0 + " " + HeaderNames.withoutPrefix(header.name) }
                visit(header, named: header.sharedName?.text ?? own, of: user)
            }
        }
        for call in operation.callbacks.flatMap(\.items).flatMap(\.operations) { visit(call, at: &index) }
    }

    /// The only success is the response; others say their status.
    static func role(of status: ResponseStatus, among responses: [Response]) -> String {
        Lowerer.findSuccesses(in: responses).map(\.status) == [status] ? "Response" : StatusNames.name(of: status)
    }

    /// A parameter of a path item is one for all of its operations.
    private mutating func visit(_ parameter: Parameter, of user: User) {
        let common = user.isOfPathItem(parameter) ? user.path + " " + parameter.name : nil
        let name = parameter.sharedName?.text ?? common
        for schema in [parameter.content?.schema, parameter.schema].compactMap(\.self) {
            visit(schema, named: name, or: parameter.name, of: user)
        }
    }

    private mutating func visit(_ header: Header, named name: String?, of user: User) {
        for schema in [header.content?.schema, header.schema].compactMap(\.self) {
            visit(schema, named: name, or: HeaderNames.withoutPrefix(header.name), of: user)
        }
    }

    private mutating func visit(_ content: [MediaType], named name: String?, or own: String, of user: User) {
        for media in content {
            for schema in [media.schema, media.itemSchema].compactMap(\.self) {
                visit(schema, named: name, or: own, of: user)
            }
        }
    }

    /// The schema if it declares a type, otherwise the schemas in it that are part of its type: elements, values, a
    /// single alternative.
    private mutating func visit(_ schema: Schema, named name: String?, or own: String, of user: User) {
        guard schema.reference == nil else { return }
        if schema.declaresType {
            note(schema.id, named: name, or: own, of: user)
        } else if let only = schema.onlyPart {
            visit(only, named: name, or: own, of: user)
        } else if let items = schema.array.items {
            visit(items, named: name.map(Self.element), or: Self.element(of: own), of: user)
        } else if case .schema(let values)? = schema.object.additionalProperties {
            visit(values, named: name.map { $0 + " value" }, or: own + " value", of: user)
        }
    }

    private static func element(of name: String) -> String {
        Plurals.singular(of: name) ?? name + " item"
    }

    private mutating func note(_ id: SchemaID, named name: String?, or own: String, of user: User) {
        if let name {
            if names[id] == nil { names[id] = name }
            return
        }
        let isOwn = user.wrote(id)
        let name = user.name + " " + own
        guard var use = uses[id] else {
            uses[id] = Use(operation: user.index, name: name, isOwnName: isOwn)
            return
        }
        if use.operation != user.index { use.isShared = true }
        if isOwn, !use.isOwnName { (use.name, use.isOwnName) = (name, true) }
        uses[id] = use
    }

    /// The parts of an operation that determine names.
    private struct User {
        let index: Int
        let name: String
        /// The path as words.
        let path: String
        private let pointer: SchemaID

        init(_ operation: Operation, named name: String, at index: Int) {
            self.index = index
            self.name = name
            path = OperationNames.derive(method: "", path: operation.path)
            pointer = SchemaID(file: operation.mark.file, pointer: operation.pointer)
        }

        func wrote(_ id: SchemaID) -> Bool {
            id.file == pointer.file && id.pointer.utf8.starts(with: (pointer.pointer + "/").utf8)
        }

        /// Whether the parameter is declared at the path item: `/paths/~1pets/parameters/0`.
        func isOfPathItem(_ parameter: Parameter) -> Bool {
            let steps = parameter.pointer.split(separator: "/", omittingEmptySubsequences: false)
            guard parameter.mark.file == pointer.file, steps.count > 2, steps[steps.count - 2] == "parameters" else {
                return false
            }
            let item = steps.dropLast(2).joined(separator: "/") + "/"
            return !wrote(SchemaID(file: pointer.file, pointer: parameter.pointer))
                && pointer.pointer.utf8.starts(with: item.utf8)
        }
    }
}

extension Schema {
    /// Whether an inline schema certainly becomes a declaration rather than an existing type.
    fileprivate var declaresType: Bool {
        if let values = enumeration { return values.contains { $0.string != nil } }
        return !object.properties.isEmpty || oneOf.count > 1 || anyOf.count > 1 || allOf.count > 1
    }

    /// The only member of an `allOf`, `oneOf` or `anyOf`.
    fileprivate var onlyPart: Schema? {
        let parts = allOf + oneOf + anyOf
        return parts.count == 1 ? parts.first : nil
    }
}

extension SharedName {
    /// `NotFound` for a component; for a file also its kind, because files have the names of models and operations:
    /// `pet.yaml` with a response → `pet Response`. A status is spelled out.
    fileprivate func name(as kind: String) -> String {
        let name = StatusNames.readable(text)
        return isComponent || name.lowercased().hasSuffix(kind.lowercased()) ? name : name + " " + kind
    }
}
