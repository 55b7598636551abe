import ApusModel
import ApusSource

/// Gives every type its Swift name: unique in its scope, never a reserved word, and never one that hides a type used by
/// its own members. Model types are named first, then failures, operations and events.
enum NameTypes {
    static func run(_ model: inout APIModel, origins: Origins, diagnostics: inout Diagnostics) {
        var naming = TypeNaming(model, origins: origins)
        naming.scope = NameScope(
            reserved: [
                model.qualifier, model.module, model.client.name, model.servers.typeName, model.credentials.typeName,
            ],
            ignoresCase: true)
        let names = model.types.map(\.header.name)
        for index in NameScope.claimOrder(of: names, spelled: model.types.map(naming.findWanted)) {
            naming.nameTopLevel(&model.types[index])
        }
        ShareHeaders.run(&model)
        ShareFailures.run(&model, names: naming.names)
        let operationNames = model.operations.map(\.typeName)
        let order = findOrder(of: model.operations, origins)
        nameOperations(&model, in: order, origins, &naming)
        NameMethods.run(&model, names: operationNames, order: order, origins: origins)
        for index in model.events.indices {
            model.events[index].name = naming.claim(
                Identifiers.type(model.events[index].name), suffix: "Event",
                origin: origins.find(event: model.events[index].key))
        }
        nameNamespaces(&model, origins, &naming)
        let references = TopLevelReferences(model, names: naming.names)
        for index in model.types.indices {
            naming.nameNested(of: &model.types[index], outer: [], referenced: references.ofType(index))
        }
        for index in model.operations.indices {
            naming.nameNested(of: &model.operations[index], referenced: references.ofOperation(index))
        }
        naming.nameServerTypes(of: &model.servers)
        model.names = naming.names
        for diagnostic in naming.notes { diagnostics.report(diagnostic) }
    }

    /// A property next to the client's own methods, and a type with an unused name.
    private static func nameNamespaces(_ model: inout APIModel, _ origins: Origins, _ naming: inout TypeNaming) {
        let methods = model.operations.filter { $0.namespace == nil }.map(\.methodName)
        var scope = NameScope(reserved: ReservedNames.methods.union(methods))
        let users = firstUsers(in: model, of: \.namespace)
        for id in model.namespaces.ids {
            let name = model.namespaces[id].name
            let property = Identifiers.member(name, fallback: "operations")
            model.namespaces[id].name = Keywords.escape(
                scope.claim(property, fallbacks: [property + "Operations"]))
            let type = Identifiers.type(name, fallback: "Tagged") + "Operations"
            model.namespaces[id].typeName = naming.claim(
                type, suffix: "Group", origin: users[id].flatMap(origins.find(operation:)))
        }
    }

    /// The id of the first operation that uses each declaration of a list.
    private static func firstUsers<Decl>(
        in model: APIModel, of id: (OperationDecl) -> DeclID<Decl>?
    ) -> [DeclID<Decl>: String] {
        var users: [DeclID<Decl>: String] = [:]
        for operation in model.operations {
            if let id = id(operation), users[id] == nil { users[id] = operation.id }
        }
        return users
    }

    /// Names that somebody chose come first, then ids as Swift spells them, then other ids, then those made of methods and paths.
    private static func findOrder(of operations: [OperationDecl], _ origins: Origins) -> [Int] {
        func rank(_ operation: OperationDecl) -> Int {
            if origins.isNameChosen(ofOperation: operation.id) { return 0 }
            if origins.isNameDerived(ofOperation: operation.id) { return 3 }
            return Identifiers.member(operation.typeName) == operation.typeName ? 1 : 2
        }
        let ranks = operations.map(rank)
        return (0...3).flatMap { rank in ranks.indices.filter { ranks[$0] == rank } }
    }

    private static func nameOperations(
        _ model: inout APIModel, in order: [Int], _ origins: Origins, _ naming: inout TypeNaming
    ) {
        let failureUsers = firstUsers(in: model, of: \.failure.id)
        let headerUsers = firstUsers(in: model, of: \.headers)
        for id in model.failures.ids where !model.failures[id].isNested {
            model.failures[id].name = naming.claim(
                model.failures[id].name, suffix: "Cases",
                origin: failureUsers[id].flatMap(origins.find(operation:)))
        }
        for id in model.headers.ids where !model.headers[id].isNested {
            model.headers[id].name = naming.claim(
                model.headers[id].name, suffix: "Fields",
                origin: headerUsers[id].flatMap(origins.find(operation:)))
        }
        for index in order {
            let operation = model.operations[index]
            model.operations[index].typeName = naming.claim(
                Identifiers.type(operation.typeName, fallback: "Call"), suffix: "Operation",
                origin: origins.find(operation: operation.id),
                isChosen: origins.isNameChosen(ofOperation: operation.id))
        }
    }
}
