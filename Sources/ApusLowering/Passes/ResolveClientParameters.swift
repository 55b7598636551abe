import ApusModel
import ApusSource

/// Completes arguments by `clientParameters` of the configuration: parameters of operations, and members of the structs that are bodies.
/// A required argument that the client can give becomes optional at a call. Runs after ``ResolvePresence``, which decides what the document
/// makes optional, and before names are given, so that the order of a builder's arguments is final.
enum ResolveClientParameters {
    static func run(_ model: inout APIModel, options: LoweringOptions, diagnostics: inout Diagnostics) {
        let stated = options.rules.clientParameters
        guard !stated.isEmpty else { return }
        let bodies = RequestBodies(model)
        let search = ClientArgumentSearch(model, bodies)
        let unmatched = stated.flatMap(\.keys).filter { search.arguments[SourceKey($0)] == nil }
        report(unmatched, among: search.names, options, &diagnostics)
        for parameter in stated {
            let arguments = parameter.keys.flatMap { search.arguments[SourceKey($0)] ?? [] }
            guard let first = arguments.first else { continue }
            let types = arguments.map { bodies.declared.resolveAlias($0.type) }
            if Set(types).count > 1 {
                let location = options.findSettings([Setting(.clientParameters, parameter.keys[0])]).values.first
                diagnostics.report(.disagreeingTypes(of: parameter, arguments, types, bodies.declared, at: location))
                continue
            }
            var decl = ClientParameterDecl(name: parameter.name, type: first.type)
            decl.doc = arguments.first { $0.doc.summary != nil }?.doc ?? Doc()
            decl.example = complete(&model, by: parameter, bodies)
            model.client.parameters.append(decl)
        }
    }

    /// Returns the JSON text of an example.
    private static func complete(
        _ model: inout APIModel, by parameter: ClientParameterOptions, _ bodies: RequestBodies
    ) -> String? {
        let keys = Set(parameter.keys.map(SourceKey.init))
        var example: String?
        for index in model.operations.indices {
            let found = complete(&model.operations[index], by: parameter, keys)
            example = example ?? found
        }
        model.updateTypes { type in
            guard bodies.found.contains(type.header.id) else { return }
            let isOwn = bodies.own.contains(type.header.id)
            type.updateStructure { decl in
                for index in decl.properties.indices where keys.contains(SourceKey(decl.properties[index].key)) {
                    complete(&decl.properties[index], by: parameter.name, isOwn: isOwn)
                }
            }
        }
        return example
    }

    private static func complete(
        _ operation: inout OperationDecl, by parameter: ClientParameterOptions, _ keys: Set<SourceKey>
    ) -> String? {
        var example: String?
        for index in operation.parameters.indices {
            let decl = operation.parameters[index]
            guard decl.isCompletable, keys.contains(SourceKey(decl.key)) else { continue }
            operation.parameters[index].clientArgument = ClientArgument(
                name: parameter.name, isDemanded: decl.isRequired, defaultValue: decl.defaultValue)
            operation.parameters[index].isRequired = false
            let arguments = operation.example?.arguments ?? []
            example = example ?? arguments.first { $0.label == decl.name }?.json
            operation.example?.arguments.removeAll { $0.label == decl.name }
        }
        operation.parameters =
            operation.parameters.filter(\.isRequired) + operation.parameters.filter { !$0.isRequired }
        return example
    }

    /// - Parameter isOwn: Whether the struct is nothing but a body, so that a value without the member can be completed wherever it is.
    private static func complete(_ property: inout PropertyDecl, by name: String, isOwn: Bool) {
        guard property.isCompletable, isOwn || !property.isDemanded else { return }
        property.clientArgument = ClientArgument(name: name, isDemanded: property.isDemanded)
        switch property.presence {
        case .required, .nullable, .optional: property.presence = .optional
        case .explicit, .tristate: property.presence = .tristate
        }
    }

    /// Names that nothing has.
    private static func report(
        _ names: [String], among known: Set<String>, _ options: LoweringOptions, _ diagnostics: inout Diagnostics
    ) {
        if names.isEmpty { return }
        let locations = options.findSettings(names.map { Setting(.clientParameters, $0) })
        let candidates = known.sorted()
        for (index, name) in names.enumerated() {
            let setting = Setting(.clientParameters, name)
            let isSearched = index < Lowerer.suggestionLimit
            let nearest = isSearched ? Spelling.nearest(to: name, among: candidates) : nil
            diagnostics.report(.unmatchedSetting(setting, nearest: nearest, at: locations[setting]))
        }
    }
}

extension ParameterDecl {
    /// Callers have no argument for a deprecated parameter, and a whole query string has no name.
    fileprivate var isCompletable: Bool { deprecation == nil && location != .queryString }
}

extension PropertyDecl {
    fileprivate var isCompletable: Bool { deprecation == nil && constant == nil && !isReadOnly }
}

extension Diagnostic {
    /// - Parameters:
    ///   - types: The type of each argument, without aliases.
    ///   - location: The entry in the configuration; nil where it has no file.
    fileprivate static func disagreeingTypes(
        of parameter: ClientParameterOptions, _ arguments: [ClientArgumentSearch.Argument], _ types: [TypeRef],
        _ declared: [TypeID: TypeDecl], at location: Setting.Location?
    ) -> Diagnostic {
        var owners: [TypeRef: [String]] = [:]
        var order: [TypeRef] = []
        for (argument, type) in zip(arguments, types) {
            if owners[type] == nil { order.append(type) }
            owners[type, default: []].append(argument.owner)
        }
        let words = order.prefix(4).map { type in
            let names = owners[type] ?? []
            let rest = names.count > 3 ? " and \(names.count - 3) more" : ""
            return "\(type.word(declared)) in " + names.prefix(3).joined(separator: ", ") + rest
        }
        return Diagnostic(
            id: "disagreeing-types", severity: .error,
            message: "the client's parameter \(parameter.name) has several types: " + words.joined(separator: "; "),
            mark: location?.mark, pointer: location?.pointer,
            hint: "an overlay gives all of them one schema; or `clientParameters` names only what is the same value")
    }
}

extension TypeRef {
    /// The type in messages: the name of the schema, or of a Swift type.
    fileprivate func word(_ declared: [TypeID: TypeDecl]) -> String {
        switch self {
        case .scalar(let scalar), .numberOrText(let scalar), .quoted(let scalar): scalar.rawValue
        case .named(let id): declared[id]?.header.name ?? "a type"
        case .array(let element): "a list of " + element.word(declared)
        case .dictionary(let value): "a map of " + value.word(declared)
        case .optional(let inner), .tristate(let inner), .indirect(let inner): inner.word(declared)
        case .json: "any value"
        case .external(let name): name
        }
    }
}
