import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

extension Lowerer {
    /// The type of a referenced schema; schedules its declaration unless that exists.
    func reference(to target: SchemaID) -> TypeRef {
        guard let schema = document.schemas[target] else { return .json }
        if schema.isPlainReference, schemas.names[target] == nil {
            let end = document.resolve(schema)
            guard !end.isPlainReference else { return .json }
            return end.id == target ? .json : reference(to: end.id)
        }
        let site = topLevelSite(of: target)
        if let type = settings.type(of: site.path) { return configured(type, for: schema) }
        return .named(site.id)
    }

    /// The top-level identity of a schema, with a component's name or one derived from its location.
    private func topLevelSite(of target: SchemaID) -> Site {
        if let site = topLevel[target] { return site }
        return registerTopLevel(target, name: locationNames.name(of: target), path: schemas.names[target])
    }

    /// - Parameter path: Its name in the configuration where that is not the name.
    @discardableResult
    func registerTopLevel(_ target: SchemaID, name: String, path: String? = nil) -> Site {
        let id = TypeID(files.path(of: target.file) + "#" + target.pointer)
        let site = Site(id: id, name: name, path: Site.shorten(path ?? name), isTopLevel: true)
        topLevel.register(target, at: site)
        return site
    }

    /// Declares a referenced schema: its own type, or an alias. No other declaration is in progress.
    func declareTopLevel(_ target: SchemaID) {
        guard let site = topLevel[target], let schema = document.schemas[target] else { return }
        budget.beginOwner()
        let (type, declared) = collectNested { lower(schema, at: site) }
        if type == .named(site.id), declared.contains(where: { $0.header.id == site.id }) {
            types += declared
        } else {
            let header = makeHeader(for: schema, at: site, nested: declared)
            if type == .named(site.id) { log.report(.endlessAlias(site.name, schema)) }
            types.append(.alias(AliasDecl(header: header, target: type == .named(site.id) ? .json : type)))
        }
    }
}

extension Diagnostic {
    static func endlessAlias(_ name: String, _ schema: Schema) -> Diagnostic {
        Diagnostic(
            id: "endless-alias", severity: .warning, message: "\"\(name)\" consists only of itself",
            mark: schema.nameMark,
            pointer: schema.id.pointer,
            hint: "the type is JSONValue; an array, an object or another alternative would give it a type")
    }

    /// A schema in a long chain of aliases.
    static func aliasTooLong(_ name: String, at origin: Origins.Origin?) -> Diagnostic {
        schemaTooDeep(
            "\"\(name)\" leads through more than \(LimitAliases.limit) other names to a type", at: origin?.mark,
            origin?.pointer, hint: "the type is JSONValue; refer to the schema at the end")
    }
}
