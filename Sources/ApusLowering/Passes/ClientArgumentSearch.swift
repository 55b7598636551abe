import ApusModel
import ApusSource

/// The structs that are bodies of requests.
struct RequestBodies {
    let declared: [TypeID: TypeDecl]
    /// The body of each operation, if it is a struct.
    let ofOperations: [TypeID?]
    /// All of them.
    let found: Set<TypeID>
    /// Those that are nothing else: no other type, parameter or answer has them.
    let own: Set<TypeID>

    init(_ model: APIModel) {
        let declared = model.indexTypes()
        self.declared = declared
        ofOperations = model.operations.map { operation in
            guard case .structure(let decl)? = operation.body?.sharedType.flatMap(declared.findDeclaration) else {
                return nil
            }
            return decl.header.id
        }
        found = Set(ofOperations.compactMap(\.self))
        var mentioned: Set<TypeID> = []
        func mention(_ type: TypeRef) {
            type.forEachNamed {
                if let id = declared.findDeclaration(of: .named($0))?.header.id { mentioned.insert(id) }
            }
        }
        for decl in declared.values {
            if case .alias = decl { continue }
            decl.memberTypes.forEach(mention)
        }
        for operation in model.operations {
            for parameter in operation.parameters { mention(parameter.type) }
            guard let body = operation.body else { continue }
            if let type = body.sharedType, declared.findDeclaration(of: type) != nil { continue }
            for payload in body.alternatives { mention(payload.type) }
        }
        own = found.filter { id in
            declared[id]?.header.usage.isReceived == false && !mentioned.contains(id)
        }
    }
}

/// Everything that a parameter of the client may complete, by its name in the document.
struct ClientArgumentSearch {
    struct Argument {
        let type: TypeRef
        /// The operation, or the operation whose body has it.
        let owner: String
        let doc: Doc
    }

    private(set) var arguments: [SourceKey: [Argument]] = [:]

    init(_ model: APIModel, _ bodies: RequestBodies) {
        var seen: Set<TypeID> = []
        for (operation, body) in zip(model.operations, bodies.ofOperations) {
            for parameter in operation.parameters where parameter.location != .queryString {
                add(parameter.key, Argument(type: parameter.type, owner: operation.id, doc: parameter.doc))
            }
            guard let body, seen.insert(body).inserted, case .structure(let decl)? = bodies.declared[body] else {
                continue
            }
            for property in decl.properties {
                add(
                    property.key, Argument(type: property.type, owner: "the body of " + operation.id, doc: property.doc)
                )
            }
        }
    }

    private mutating func add(_ key: String, _ argument: Argument) {
        arguments[SourceKey(key), default: []].append(argument)
    }

    var names: Set<String> { Set(arguments.keys.map(\.text)) }
}
