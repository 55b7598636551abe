import ApusModel
import ApusSource

/// Gives every type its Swift name: unique in its scope, never a word that Swift keeps, never one that would hide what its own
/// members mean. Model types choose first, then failures, operations and events.
enum NameTypes {
    static func run(_ model: inout APIModel, diagnostics: inout Diagnostics) {
        var naming = TypeNaming(module: model.module)
        naming.scope = NameScope(
            reserved: [model.module, model.client.name, model.servers.typeName, model.credentials.typeName],
            ignoresCase: true)
        for place in model.types.indices { naming.nameTopLevel(&model.types[place]) }
        nameOperations(&model, &naming)
        for place in model.events.indices {
            model.events[place].name = naming.claim(
                Identifiers.type(model.events[place].name), suffix: "Event", mark: nil)
        }
        let references = TopLevelReferences(model, names: naming.names)
        for place in model.types.indices {
            naming.nameNested(of: &model.types[place], outer: [], referenced: references.ofType(place))
        }
        for place in model.operations.indices {
            naming.nameNested(of: &model.operations[place], referenced: references.ofOperation(place))
        }
        for place in model.servers.servers.indices {
            naming.nameServerTypes(of: &model.servers.servers[place], owner: model.servers.typeName)
        }
        model.names = naming.names
        model.shadowed = naming.used.intersection(ShadowedNames.all)
        for diagnostic in naming.notes { diagnostics.report(diagnostic) }
    }

    private static func nameOperations(_ model: inout APIModel, _ naming: inout TypeNaming) {
        for place in model.failures.indices {
            let name = Identifiers.type(model.failures[place].name)
            model.failures[place].name = naming.claim(name, suffix: "Cases", mark: nil)
        }
        var methods = NameScope(reserved: ReservedNames.methods)
        for place in model.operations.indices {
            let text = model.operations[place].typeName
            let type = naming.claim(
                Identifiers.type(text, fallback: "Call"), suffix: "Operation", mark: model.operations[place].id)
            model.operations[place].typeName = type
            let method = Identifiers.member(text, fallback: "call")
            model.operations[place].methodName = Keywords.escape(
                methods.claim(method, fallbacks: [method + "Operation"]))
            model.operations[place].group = Identifiers.type(model.operations[place].group, fallback: "Operations")
        }
    }
}
