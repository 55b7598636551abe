import ApusModel
import ApusSource

/// Gives every type its Swift name: unique in its scope, never a word that Swift keeps, never one that would hide what its own
/// members mean. Model types choose first, then failures, operations and events.
enum NameTypes {
    static func run(_ model: inout APIModel, origins: Origins, diagnostics: inout Diagnostics) {
        var naming = TypeNaming(module: model.module, origins: origins)
        naming.scope = NameScope(
            reserved: [model.module, model.client.name, model.servers.typeName, model.credentials.typeName],
            ignoresCase: true)
        let names = model.types.map(\.header.name)
        for place in NameScope.claimOrder(of: names, spelled: names.map { Identifiers.type($0) }) {
            naming.nameTopLevel(&model.types[place])
        }
        ShareHeaders.run(&model)
        ShareFailures.run(&model, names: naming.names)
        let operationNames = model.operations.map(\.typeName)
        nameOperations(&model, origins, &naming)
        nameMethods(operationNames, of: &model)
        for place in model.events.indices {
            model.events[place].name = naming.claim(
                Identifiers.type(model.events[place].name), suffix: "Event",
                origin: origins.find(event: model.events[place].key))
        }
        nameNamespaces(&model, origins, &naming)
        let references = TopLevelReferences(model, names: naming.names)
        for place in model.types.indices {
            naming.nameNested(of: &model.types[place], outer: [], referenced: references.ofType(place))
        }
        for place in model.operations.indices {
            naming.nameNested(of: &model.operations[place], referenced: references.ofOperation(place))
        }
        naming.nameServerTypes(of: &model.servers)
        model.names = naming.names
        model.shadowed = naming.used.intersection(ShadowedNames.all)
        for diagnostic in naming.notes { diagnostics.report(diagnostic) }
    }

    /// A property beside the client's own methods, and a type that no model is called.
    private static func nameNamespaces(_ model: inout APIModel, _ origins: Origins, _ naming: inout TypeNaming) {
        let methods = model.operations.filter { $0.namespace == nil }.map(\.methodName)
        var scope = NameScope(reserved: ReservedNames.methods.union(methods))
        let users = firstUsers(in: model, of: \.namespace)
        for place in model.namespaces.indices {
            let name = model.namespaces[place].name
            let property = Identifiers.member(name, fallback: "operations")
            model.namespaces[place].name = Keywords.escape(
                scope.claim(property, fallbacks: [property + "Operations"]))
            let type = Identifiers.type(name, fallback: "Tagged") + "Operations"
            model.namespaces[place].typeName = naming.claim(
                type, suffix: "Group", origin: users[place].flatMap(origins.find(operation:)))
        }
    }

    /// The id of the first operation that has each place of a list.
    private static func firstUsers(in model: APIModel, of place: (OperationDecl) -> Int?) -> [Int: String] {
        var users: [Int: String] = [:]
        for operation in model.operations {
            if let place = place(operation), users[place] == nil { users[place] = operation.id }
        }
        return users
    }

    private static func nameOperations(_ model: inout APIModel, _ origins: Origins, _ naming: inout TypeNaming) {
        let failureUsers = firstUsers(in: model) { operation in
            if case .shared(let place) = operation.failure { place } else { nil }
        }
        let headerUsers = firstUsers(in: model, of: \.headers)
        for place in model.failures.indices where !model.failures[place].isNested {
            model.failures[place].name = naming.claim(
                model.failures[place].name, suffix: "Cases",
                origin: failureUsers[place].flatMap(origins.find(operation:)))
        }
        for place in model.headers.indices where !model.headers[place].isNested {
            model.headers[place].name = naming.claim(
                model.headers[place].name, suffix: "Fields",
                origin: headerUsers[place].flatMap(origins.find(operation:)))
        }
        for place in model.operations.indices {
            model.operations[place].typeName = naming.claim(
                Identifiers.type(model.operations[place].typeName, fallback: "Call"), suffix: "Operation",
                origin: origins.find(operation: model.operations[place].id))
        }
    }

    /// A method makes its operation by the type's name, which it must not hide: letters without case, and digits in front, give both
    /// the same name.
    private static func nameMethods(_ names: [String], of model: inout APIModel) {
        var methods = NameScope(reserved: ReservedNames.methods.union(model.operations.map(\.typeName)))
        for place in model.operations.indices {
            let method = Identifiers.member(names[place], fallback: "call")
            model.operations[place].methodName = Keywords.escape(
                methods.claim(method, fallbacks: [method + "Operation"]))
            model.operations[place].group = Identifiers.type(model.operations[place].group, fallback: "Operations")
        }
    }
}
