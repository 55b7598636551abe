import ApusModel
import ApusSource
import ApusSpec

extension Lowerer {
    /// The type of a referenced schema; schedules its declaration unless that exists.
    func reference(to target: SchemaID) -> TypeRef {
        guard let schema = document.schemas[target] else { return .json }
        if schema.isPlainReference, index.names[target] == nil {
            let end = document.resolve(schema)
            guard !end.isPlainReference else { return .json }
            return end.id == target ? .json : reference(to: end.id)
        }
        let site = topLevelSite(of: target)
        if let type = options.types[site.path] { return configured(type, for: schema) }
        return .named(site.id)
    }

    /// The top-level identity of a schema, with a component's name or one derived from its location.
    private func topLevelSite(of target: SchemaID) -> Site {
        if let site = topLevel[target] { return site }
        let name =
            index.names[target] ?? index.shared.names[target]
            ?? Lowerer.makeName(from: target, file: files.path(of: target.file))
        return registerTopLevel(target, name: name)
    }

    @discardableResult
    func registerTopLevel(_ target: SchemaID, name: String) -> Site {
        let id = TypeID(files.path(of: target.file) + "#" + target.pointer)
        let site = Site(id: id, name: name, path: Site.shorten(name), isTopLevel: true)
        topLevel[target] = site
        topLevelNames[id] = name
        pending.append(target)
        return site
    }

    /// Declares a referenced schema: its own type, or an alias. No other declaration is in progress.
    func declareTopLevel(_ target: SchemaID) {
        guard let site = topLevel[target], let schema = document.schemas[target] else { return }
        declarationCount = 0
        let (type, declared) = collectNested { lower(schema, at: site) }
        if type == .named(site.id), declared.contains(where: { $0.header.id == site.id }) {
            types += declared
        } else {
            let header = makeHeader(for: schema, at: site, nested: declared)
            if type == .named(site.id) { diagnostics.report(.endlessAlias(site.name, schema)) }
            types.append(.alias(AliasDecl(header: header, target: type == .named(site.id) ? .json : type)))
        }
    }

    /// `…/schemas/Contact.yaml#` → `Contact`; `#/components/responses/NotFound/content/application~1json/schema` → `NotFound`.
    static func makeName(from target: SchemaID, file: String) -> String {
        let structural: Set<Substring> = [
            "", "components", "schemas", "definitions", "$defs", "schema", "items", "properties", "content", "paths",
            "allOf", "oneOf",
            "anyOf", "responses", "parameters", "requestBodies", "headers", "additionalProperties",
        ]
        let steps = target.pointer.split(separator: "/").filter { step in
            !structural.contains(step) && !step.contains("~1") && Int(step) == nil
        }
        if let last = steps.last { return String(last) }
        let base = file.split(separator: "/").last ?? "Model"
        return String(base.split(separator: ".").first ?? base)
    }
}

extension Diagnostic {
    static func endlessAlias(_ name: String, _ schema: Schema) -> Diagnostic {
        Diagnostic(
            id: "endless-alias", severity: .warning, message: "\"\(name)\" is made of nothing but itself",
            mark: schema.nameMark,
            pointer: schema.id.pointer,
            hint: "JSONValue stands here; an array, an object or another alternative would give it a type")
    }

    static func schemaTooDeep(_ schema: Schema) -> Diagnostic {
        schemaTooDeep(
            "inline schemas are nested or multiplied beyond the limit", at: schema.nameMark, schema.id.pointer,
            hint: "JSONValue stands here; move inner schemas to components")
    }

    /// A schema in a long chain of aliases.
    static func aliasTooLong(_ name: String, at origin: Origins.Origin?) -> Diagnostic {
        schemaTooDeep(
            "\"\(name)\" leads through more than \(LimitAliases.limit) other names to a type", at: origin?.mark,
            origin?.pointer, hint: "JSONValue stands here; refer to the schema at the end")
    }

    private static func schemaTooDeep(
        _ message: String, at mark: SourceMark?, _ pointer: String?, hint: String
    ) -> Diagnostic {
        Diagnostic(
            id: "schema-too-deep", severity: .warning, message: message, mark: mark, pointer: pointer, hint: hint)
    }
}
