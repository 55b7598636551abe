import ApusJSON
import ApusModel
import ApusSource

/// The assigned names, and the search for free ones.
struct TypeNaming {
    /// The name that generated code writes before one that is hidden: the module's, or the namespace's.
    let qualifier: String
    /// Whether a namespace has the module's declarations.
    let isEnclosed: Bool
    let origins: Origins
    var scope = NameScope()
    var names: [TypeID: [String]] = [:]
    /// Every name of a type at any depth.
    var used: Set<String> = []
    var notes: [Diagnostic] = []
    /// For names that nested types must not hide: their holders, from the outermost type inward.
    private var holders: [String: SourceMark] = [:]

    init(_ model: APIModel, origins: Origins) {
        qualifier = model.qualifier
        isEnclosed = model.namespace != nil
        self.origins = origins
    }

    /// The name of a type if no other type existed.
    func findWanted(_ type: TypeDecl) -> String {
        let isChosen = origins.isNameChosen(of: type.header.id)
        return findFree(Identifiers.type(type.header.name), suffix: Self.modelSuffix, isChosen: isChosen)
    }

    private static let modelSuffix = "Model"

    mutating func nameTopLevel(_ type: inout TypeDecl) {
        let name = claim(
            Identifiers.type(type.header.name), suffix: Self.modelSuffix, origin: origins.find(type.header.id),
            isChosen: origins.isNameChosen(of: type.header.id))
        type.header.name = name
        names[type.header.id] = [name]
        if let pointer = type.header.doc.pointer, leads(name, to: pointer) { type.header.doc.pointer = nil }
    }

    /// Whether the name suffices to find the declaration in the document.
    private func leads(_ name: String, to pointer: String) -> Bool {
        guard pointer.utf8.first == UInt8(ascii: "#") else { return false }
        let key = pointer.utf8.split(separator: UInt8(ascii: "/")).last.map(Substring.init) ?? ""
        return Identifiers.type(JSONPointer.unescape(key)) == name
    }

    /// A free name at the top level, with the suffix before any number.
    ///
    /// - Parameter isChosen: Whether somebody chose the name, who knows what it shadows.
    mutating func claim(
        _ name: String, suffix: String, origin: Origins.Origin?, isChosen: Bool = false
    ) -> String {
        let wanted = findFree(name, suffix: suffix, isChosen: isChosen)
        let holder = scope.findHolder(of: wanted)
        let isShadowing = wanted == name + suffix
        let result = scope.claim(wanted, fallbacks: isShadowing ? [] : [wanted + suffix], by: origin?.mark)
        if isShadowing {
            notes.append(.shadowingType(name, result, at: origin))
        } else if result != name {
            notes.append(.renamedType(name, result, at: origin, holder: holder))
        }
        if !isChosen, !isEnclosed, SwiftNames.swiftUI.contains(result) {
            notes.append(.swiftUIType(result, in: qualifier, at: origin))
        }
        used.insert(result)
        return result
    }

    /// The name, or another one where Swift's grammar keeps it or where it would shadow a type of Swift's or Foundation's.
    private func findFree(_ name: String, suffix: String, isChosen: Bool) -> String {
        if let other = ReservedNames.types[name] { return other }
        return !isChosen && SwiftNames.shadowable.contains(name) ? name + suffix : name
    }

    /// - Parameter referenced: Top-level names that the owner's tree mentions, which a nested type must not hide.
    mutating func nameNested(of type: inout TypeDecl, outer: [String], referenced: Set<String>) {
        let owners = names[type.header.id] ?? [type.header.name]
        guard !type.header.nested.isEmpty else { return }
        var nested = type.header.nested
        holders = [type.header.name: origins.find(type.header.id)?.mark].compactMapValues(\.self)
        nameScope(
            &nested, owners: owners, outer: outerScope(hidden: Set(owners + outer), referenced),
            members: type.memberNames)
        type.header.nested = nested
    }

    mutating func nameNested(of operation: inout OperationDecl, referenced: Set<String>) {
        guard !operation.nested.isEmpty else { return }
        var hidden = ReservedNames.operationTypes.union([operation.typeName])
        if let body = operation.body, body.hasEnum { hidden.insert(body.typeName) }
        if case .several(let name, _) = operation.success { hidden.insert(name) }
        for response in operation.success.cases { if let name = response.payloadTypeName { hidden.insert(name) } }
        holders = [operation.typeName: origins.find(operation: operation.id)?.mark].compactMapValues(\.self)
        let members = operation.parameters.map(\.name) + [operation.body?.name ?? ""]
        nameScope(
            &operation.nested, owners: [operation.typeName], outer: outerScope(hidden: hidden, referenced),
            members: Set(members.map { Identifiers.member($0) }))
    }

    /// The types of all servers are siblings; of two with one name, the later gets its server's name.
    mutating func nameServerTypes(of servers: inout ServersDecl) {
        var inner = NameScope(reserved: [servers.typeName, qualifier], ignoresCase: true)
        let members = Set(servers.servers.map(\.name))
        for server in servers.servers.indices {
            let owner = Identifiers.type(servers.servers[server].name)
            for index in servers.servers[server].nested.indices {
                let type = servers.servers[server].nested[index]
                let name = Identifiers.type(type.header.name, fallback: "Variable")
                let free = members.contains(name) ? name + type.nestedSuffix : name
                let wanted = ReservedNames.types[free] ?? free
                let result = inner.claim(wanted, fallbacks: [owner + wanted])
                servers.servers[server].nested[index].header.name = result
                names[type.header.id] = [servers.typeName, result]
                used.insert(result)
            }
        }
    }

    /// The names that no nested type of an owner may have.
    private func outerScope(hidden: Set<String>, _ referenced: Set<String>) -> NameScope {
        NameScope(reserved: hidden.union(referenced).union([qualifier]), ignoresCase: true)
    }

    private mutating func nameScope(
        _ types: inout [TypeDecl], owners: [String], outer: NameScope, members: Set<String>
    ) {
        var inner = NameScope(inside: outer)
        for index in types.indices {
            let name = Identifiers.type(types[index].header.name)
            // Letters without case, and leading digits, give a member and its type the same name.
            let free = members.contains(name) ? name + types[index].nestedSuffix : name
            let wanted = ReservedNames.types[free] ?? free
            let origin = origins.find(types[index].header.id)
            let holder = inner.findHolder(of: wanted) ?? holders[wanted] ?? scope.findHolder(of: wanted)
            let result = inner.claim(wanted, fallbacks: [wanted + types[index].nestedSuffix], by: origin?.mark)
            if result != name, ReservedNames.types[name] == nil {
                let path = (owners + [name]).joined(separator: ".")
                notes.append(.renamedType(path, result, at: origin, holder: holder))
            }
            types[index].header.name = result
            names[types[index].header.id] = owners + [result]
            used.insert(result)
            if let mark = origin?.mark, holders[result] == nil { holders[result] = mark }
        }
        for index in types.indices where !types[index].header.nested.isEmpty {
            var nested = types[index].header.nested
            let path = owners + [types[index].header.name]
            nameScope(&nested, owners: path, outer: inner, members: types[index].memberNames)
            types[index].header.nested = nested
        }
    }
}

extension TypeDecl {
    /// The future names of members, as far as their own text determines them.
    fileprivate var memberNames: Set<String> {
        switch self {
        case .structure(let decl): Set(decl.properties.map { Identifiers.member($0.name) })
        case .enumeration(let decl): Set(decl.cases.map { Identifiers.enumCase($0.name) })
        case .union(let decl): Set(decl.cases.map { Identifiers.member($0.name) })
        case .tuple, .alias: []
        }
    }

    /// Distinguishes a nested type from a top-level one with the same name.
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
    /// - Parameter holder: The location of the name's holder; nil where Swift or generated code needs it.
    static func renamedType(
        _ name: String, _ result: String, at origin: Origins.Origin?, holder: SourceMark?
    ) -> Diagnostic {
        renamedType(
            describeTaken(name, holder) + ", so the type is called \"\(result)\"", at: origin, choice: "another name"
        ).naming(holder)
    }

    fileprivate static func shadowingType(_ name: String, _ result: String, at origin: Origins.Origin?) -> Diagnostic {
        let owner = SwiftNames.foundation.contains(name) ? "Foundation's" : "Swift's"
        return renamedType(
            "a type \"\(name)\" would hide \(owner) own, so it is called \"\(result)\"", at: origin,
            choice: "another name, or this one")
    }

    private static func renamedType(_ message: String, at origin: Origins.Origin?, choice: String) -> Diagnostic {
        Diagnostic(
            id: "renamed-type", severity: .note, message: message, mark: origin?.mark, pointer: origin?.pointer,
            hint: "`rename` in the configuration, or `x-apus-name` beside it, chooses \(choice)")
    }

    fileprivate static func swiftUIType(_ name: String, in module: String, at origin: Origins.Origin?) -> Diagnostic {
        Diagnostic(
            id: "swiftui-name", severity: .note, message: "SwiftUI has a type \"\(name)\", too",
            mark: origin?.mark, pointer: origin?.pointer,
            hint:
                "a file that imports both writes \"\(module).\(name)\"; `rename` in the configuration chooses another name"
        )
    }

    /// - Parameter holder: A location to show; without one, Swift or generated code needs the name.
    static func describeTaken(_ name: String, in owner: String? = nil, _ holder: SourceMark?) -> String {
        let container = owner.map { " in \"\($0)\"" } ?? ""
        return "the name \"\(name)\"\(container) is "
            + (holder == nil ? "needed by Swift or by other generated code" : "taken")
    }

    /// Adds the holder of a name.
    func naming(_ holder: SourceMark?) -> Diagnostic {
        guard let holder, holder != mark else { return self }
        var diagnostic = self
        diagnostic.related.append(Related(mark: holder, message: "this has the name"))
        return diagnostic
    }
}
