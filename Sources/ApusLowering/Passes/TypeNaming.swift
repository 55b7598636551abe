import ApusModel
import ApusSource

/// The names that are given, and how one is found.
struct TypeNaming {
    let module: String
    var scope = NameScope()
    var names: [TypeID: [String]] = [:]
    /// Every name of a type at any depth.
    var used: Set<String> = []
    var notes: [Diagnostic] = []

    init(module: String) {
        self.module = module
    }

    mutating func nameTopLevel(_ type: inout TypeDecl) {
        let name = claim(Identifiers.type(type.header.name), suffix: "Model", mark: type.header.doc.place)
        type.header.name = name
        names[type.header.id] = [name]
    }

    /// A free name at the top level, with the suffix before any number.
    mutating func claim(_ name: String, suffix: String, mark: String?) -> String {
        let wanted = ReservedNames.types[name] ?? name
        let result = scope.claim(wanted, fallbacks: [wanted + suffix])
        if result != name { notes.append(.renamedType(name, result, place: mark)) }
        used.insert(result)
        return result
    }

    /// - Parameter referenced: Top-level names that the owner's tree mentions, which a nested type must not hide.
    mutating func nameNested(of type: inout TypeDecl, outer: [String], referenced: Set<String>) {
        let owners = names[type.header.id] ?? [type.header.name]
        guard !type.header.nested.isEmpty else { return }
        var nested = type.header.nested
        nameScope(&nested, owners: owners, hidden: Set(owners + outer), referenced: referenced)
        type.header.nested = nested
    }

    mutating func nameNested(of operation: inout OperationDecl, referenced: Set<String>) {
        guard !operation.nested.isEmpty else { return }
        var hidden = ReservedNames.operationTypes.union([operation.typeName])
        if (operation.body?.alternatives.count ?? 0) > 1 { hidden.insert(operation.body?.typeName ?? "Body") }
        if case .several(let name, _) = operation.success { hidden.insert(name) }
        for response in operation.success.cases { if let name = response.payloadTypeName { hidden.insert(name) } }
        nameScope(&operation.nested, owners: [operation.typeName], hidden: hidden, referenced: referenced)
    }

    mutating func nameServerTypes(of server: inout ServerDecl, owner: String) {
        for place in server.nested.indices {
            let name = Identifiers.type(server.nested[place].header.name, fallback: "Variable")
            let taken = names.values.contains([owner, name])
            let final = taken ? Identifiers.type(server.name) + name : ReservedNames.types[name] ?? name
            server.nested[place].header.name = final
            names[server.nested[place].header.id] = [owner, final]
            used.insert(final)
        }
    }

    private mutating func nameScope(
        _ types: inout [TypeDecl], owners: [String], hidden: Set<String>, referenced: Set<String>
    ) {
        var inner = NameScope(reserved: hidden.union(referenced), ignoresCase: true)
        for place in types.indices {
            let name = Identifiers.type(types[place].header.name)
            let wanted = ReservedNames.types[name] ?? name
            let result = inner.claim(wanted, fallbacks: [wanted + types[place].nestedSuffix])
            if result != name, ReservedNames.types[name] == nil {
                notes.append(
                    .renamedType((owners + [name]).joined(separator: "."), result, place: types[place].header.doc.place)
                )
            }
            types[place].header.name = result
            names[types[place].header.id] = owners + [result]
            used.insert(result)
        }
        let siblings = hidden.union(types.map(\.header.name))
        for place in types.indices where !types[place].header.nested.isEmpty {
            var nested = types[place].header.nested
            let path = owners + [types[place].header.name]
            nameScope(&nested, owners: path, hidden: siblings, referenced: referenced)
            types[place].header.nested = nested
        }
    }
}

extension TypeDecl {
    /// Tells a nested type from a top-level one of the same name.
    fileprivate var nestedSuffix: String {
        switch self {
        case .structure: "Fields"
        case .enumeration: "Value"
        case .union: "Choice"
        case .tuple: "Tuple"
        case .alias: "Alias"
        }
    }
}

extension Diagnostic {
    static func renamedType(_ name: String, _ result: String, place: String?) -> Diagnostic {
        Diagnostic(
            id: "renamed-type", severity: .note,
            message: "the name \"\(name)\" is taken, so the type is called \"\(result)\"",
            hint: place.map { "it is declared at \($0); `rename` in the configuration chooses another name" })
    }
}
