import ApusModel

/// The module's own types by name, and the name of each from a given scope: `Status` inside `Contact`, `Contact.Status`
/// elsewhere.
struct TypeNames {
    /// The name before a path that another declaration hides: the namespace, or the module that compiles the files.
    private let qualifier: String
    private let hasNamespace: Bool
    /// The module that has the models, and their identities; nil where they are this module's.
    private let models: (module: String, ids: Set<TypeID>)?
    private let paths: [TypeID: [String]]
    /// Names declared directly inside a type, by its path; the top level under "".
    private var members: [String: Set<String>] = [:]

    /// - Parameters:
    ///   - module: The module that compiles the files; nil: the model's own.
    ///   - models: The module that has the models, where it is another one.
    init(_ model: APIModel, in module: String? = nil, models: String? = nil) {
        qualifier = model.namespace ?? module ?? model.module
        hasNamespace = model.namespace != nil
        self.models = models.map { module in
            var ids: Set<TypeID> = []
            for type in model.types { type.forEachType { ids.insert($0.header.id) } }
            return (module, ids)
        }
        paths = model.names
        for path in model.names.values {
            declare(path)
        }
        // `Identifiable` gives a type the member type `ID`.
        model.forEachType { type in
            guard type.header.identity != nil, let path = paths[type.header.id] else { return }
            declare(path + ["ID"])
        }
        for failure in model.failures where !failure.isNested { declare(failure, in: []) }
        for headers in model.headers where !headers.isNested { declare([headers.name]) }
        for namespace in model.namespaces {
            declare([namespace.typeName])
        }
        declare([model.client.name])
        declare([model.servers.typeName])
        declare([model.credentials.typeName])
        for operation in model.operations {
            declare(operation)
            guard let failure = model.failures.find(operation.failure.id), failure.isNested else { continue }
            declare(failure, in: [operation.typeName])
        }
    }

    private mutating func declare(_ failure: FailureDecl, in owner: [String]) {
        let path = owner + [failure.name]
        declare(path)
        if failure.headers != nil { declare(path + ["Headers"]) }
        for response in failure.cases where response.payloads.count > 1 {
            declare(path + [response.payloadTypeName ?? "ResponseBody"])
        }
    }

    /// Includes the types inside a builder in addition to the document's: enums over content types and responses, and
    /// the associated types.
    private mutating func declare(_ operation: OperationDecl) {
        let owner = operation.typeName
        declare([owner])
        for name in ["CallError", "Success", "Failure"] { declare([owner, name]) }
        if operation.headers != nil { declare([owner, "Headers"]) }
        if operation.paging != nil { declare([owner, "PageItem"]) }
        if let body = operation.body, body.hasEnum { declare([owner, body.typeName]) }
        var outer = [owner]
        if case .several(let name, _) = operation.success {
            outer.append(name)
            declare(outer)
        }
        for response in operation.success.cases where response.payloads.count > 1 {
            declare(outer + [response.payloadTypeName ?? "ResponseBody"])
        }
    }

    /// The names of all types in the module, at any depth.
    var all: Set<String> {
        members.values.reduce(into: []) { $0.formUnion($1) }
    }

    func name(of id: TypeID, in scope: Scope) -> String {
        guard let path = paths[id], let last = path.last else { return "JSONValue" }
        if hasNamespace, !scope.isInNamespace { return qualifier + "." + path.joined(separator: ".") }
        if scope.path.isEmpty || path.count == 1 && isFree(path[0], scope) { return path.joined(separator: ".") }
        let common = zip(path, scope.path).prefix { SwiftSource.bare($0) == $1 }.count
        for start in stride(from: min(common, path.count - 1), through: 0, by: -1)
        where finds(path[start], at: start, scope) {
            return start == path.count - 1 ? last : path[start...].joined(separator: ".")
        }
        let module = hasNamespace || !isImported(id) ? nil : models?.module
        return (module ?? qualifier) + "." + path.joined(separator: ".")
    }

    /// Whether another module has the type.
    func isImported(_ id: TypeID) -> Bool {
        models?.ids.contains(id) ?? false
    }

    /// Whether lookup from `scope` outwards finds `name` first at depth `level`.
    private func finds(_ name: String, at level: Int, _ scope: Scope) -> Bool {
        let bare = SwiftSource.bare(name)
        for depth in stride(from: scope.path.count, to: level, by: -1) {
            if scope.path[depth - 1] == bare, depth - 1 != level { return false }
            if members[scope.path[..<depth].joined(separator: ".")]?.contains(bare) == true { return false }
        }
        return true
    }

    private func isFree(_ name: String, _ scope: Scope) -> Bool {
        finds(name, at: 0, scope)
    }

    private mutating func declare(_ path: [String]) {
        for (index, name) in path.enumerated() {
            members[path[..<index].map(SwiftSource.bare).joined(separator: "."), default: []].insert(
                SwiftSource.bare(name))
        }
    }
}
