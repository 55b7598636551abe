import ApusModel
import ApusSource

/// Gives every type its Swift name: unique in its scope, never a reserved word, and never one that hides a type used by
/// its own members. Model types are named first, then failures, operations and events.
enum NameTypes {
    static func run(_ model: inout APIModel, origins: Origins, diagnostics: inout Diagnostics) {
        var naming = TypeNaming(module: model.module, origins: origins)
        naming.scope = NameScope(
            reserved: [model.module, model.client.name, model.servers.typeName, model.credentials.typeName],
            ignoresCase: true)
        let names = model.types.map(\.header.name)
        for place in NameScope.claimOrder(of: names, spelled: model.types.map(naming.findWanted)) {
            naming.nameTopLevel(&model.types[place])
        }
        ShareHeaders.run(&model)
        ShareFailures.run(&model, names: naming.names)
        let operationNames = model.operations.map(\.typeName)
        let order = findOrder(of: model.operations, origins)
        nameOperations(&model, in: order, origins, &naming)
        NameMethods.run(&model, names: operationNames, order: order, origins: origins)
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
        for diagnostic in naming.notes { diagnostics.report(diagnostic) }
    }

    /// A property next to the client's own methods, and a type with an unused name.
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

    /// The id of the first operation that uses each element of a list.
    private static func firstUsers(in model: APIModel, of place: (OperationDecl) -> Int?) -> [Int: String] {
        var users: [Int: String] = [:]
        for operation in model.operations {
            if let place = place(operation), users[place] == nil { users[place] = operation.id }
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
        for place in order {
            let operation = model.operations[place]
            model.operations[place].typeName = naming.claim(
                Identifiers.type(operation.typeName, fallback: "Call"), suffix: "Operation",
                origin: origins.find(operation: operation.id),
                isChosen: origins.isNameChosen(ofOperation: operation.id))
        }
    }
}
