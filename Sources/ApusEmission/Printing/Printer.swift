import ApusModel

/// The data that every context needs: the names of the module, the options, the templates. One for each module.
final class Printer {
    let model: APIModel
    let options: EmissionOptions
    let vocabulary: Vocabulary
    let names: TypeNames
    let templates: TemplateLibrary
    /// `public `, `package ` or nothing.
    var access: String { words.access }
    /// The line before a member that only the runtime calls; none where no member is public.
    var hidden: [String] { words.hidden.isEmpty ? [] : [CommonTags.attribute] }
    /// The module that callers import: one with other code as well, where the client has a namespace in it.
    var module: String { model.namespace.flatMap { _ in options.module } ?? model.module }
    /// The tags that every template knows.
    private let words: CommonTags
    /// Every type of the module, nested ones too.
    private(set) lazy var types = model.indexTypes()
    private(set) lazy var examples = Dictionary(model.examples.map { ($0.type, $0) }) { first, _ in first }
    /// Values of examples by their JSON text, and the arguments of initializers, for the README.
    var exampleValues: [String: ExampleValue] = [:]
    var exampleFields: [TypeID: ExampleFields] = [:]
    /// Whether the current file names a Foundation type.
    var usesFoundation = false
    /// Whether the current file names an adopter's type, which a configured module declares.
    var usesConfiguredTypes = false
    /// Whether the current file names a type of the module that has the models.
    private(set) var usesModels = false
    /// Whether the current file names anything of the runtime; all declarations do except aliases.
    var usesRuntime = false
    /// Every rendered context as JSON; nil unless requested.
    var dump: [String]?
    /// The current file's use of the XML library.
    private(set) var xmlUse = XMLUse.none

    /// - Parameter contexts: The contexts that the templates print.
    init(
        _ model: APIModel, _ options: EmissionOptions, contexts: [any TemplateContext.Type]
    ) throws(EmissionError) {
        self.model = model
        self.options = options
        names = TypeNames(model, in: options.module, models: options.models)
        vocabulary = Vocabulary(
            shadowed: names.all.union(model.events.map(\.name) + [model.namespace].compactMap(\.self)))
        templates = try TemplateLibrary(overrides: options.templateOverrides, contexts: contexts)
        words = CommonTags(
            vocabulary: vocabulary, access: options.access == .internal ? "" : options.access.rawValue + " ",
            isMinimal: options.isMinimal)
    }

    /// The text of one context, printed by its template.
    func render<Context: TemplateContext>(_ context: Context) -> String {
        if Context.usesRuntime { usesRuntime = true }
        dump?.append(ContextDump.text(context, indentation: "      "))
        return templates.render(context, words: words)
    }

    func noteXML(_ use: XMLUse) { xmlUse = max(xmlUse, use) }

    /// An extension of the namespace needs the module that declares it.
    func noteNamespace() { if options.models != nil { usesModels = true } }

    /// Starts another file.
    func forgetImports() {
        usesFoundation = false
        usesConfiguredTypes = false
        usesModels = false
        usesRuntime = false
        xmlUse = .none
    }

    func type(_ type: TypeRef, in scope: Scope) -> String {
        switch type {
        case .scalar(let scalar), .numberOrText(let scalar): word(scalar.rawValue)
        case .named(let id): name(of: id, in: scope)
        case .array(let element): "[" + self.type(element, in: scope) + "]"
        case .dictionary(let value): "[" + vocabulary["String"] + ": " + self.type(value, in: scope) + "]"
        case .optional(let wrapped): optional(wrapped, in: scope)
        case .tristate(let wrapped): word("Nullable") + "<" + self.type(wrapped, in: scope) + ">"
        // The declaration of the member has the wrapper, and all other uses have the plain value.
        case .indirect(let wrapped): self.type(wrapped, in: scope)
        case .quoted(let scalar): word("Quoted") + "<" + word(scalar.rawValue) + ">"
        case .json: word("JSONValue")
        case .external(let name): configured(name)
        }
    }

    /// The type with a question mark; an optional of an optional, also of an indirectly stored one, is one optional.
    func optional(_ type: TypeRef, in scope: Scope) -> String {
        let text = self.type(type, in: scope)
        return text.last == "?" ? text : text + "?"
    }

    /// The name of one of the document's types.
    func name(of id: TypeID, in scope: Scope) -> String {
        if names.isImported(id) { usesModels = true }
        return names.name(of: id, in: scope)
    }

    /// Whether a number in it may be sent as text.
    func readsText(_ type: TypeRef, remaining: Int = 16) -> Bool {
        switch type {
        // Decimal accepts both everywhere.
        case .numberOrText(let scalar): return scalar != .decimal
        case .array(let inner), .dictionary(let inner), .optional(let inner), .tristate(let inner),
            .indirect(let inner):
            return readsText(inner, remaining: remaining)
        case .named(let id):
            guard remaining > 0, case .alias(let decl)? = types[id] else { return false }
            return readsText(decl.target, remaining: remaining - 1)
        case .scalar, .quoted, .json, .external: return false
        }
    }

    private func configured(_ name: String) -> String {
        usesConfiguredTypes = true
        return name
    }

    /// Protocols of the configuration behind a declaration's own, `, Identifiable`; they may need the configured imports.
    func conformances(of header: TypeHeader) -> String {
        if !header.conformances.isEmpty || !header.attributes.isEmpty { usesConfiguredTypes = true }
        return header.conformances.map { ", " + $0 }.joined()
    }

    /// A name of the vocabulary, recorded for the imports.
    private func word(_ name: String) -> String {
        if Vocabulary.foundation.contains(name) {
            if vocabulary.isQualified(name) { usesRuntime = true } else { usesFoundation = true }
        } else if !Vocabulary.swift.contains(name) {
            usesRuntime = true
        }
        return vocabulary[name]
    }

    /// The name of a type of documented headers at the top level, or nothing.
    func headers(_ id: DeclID<HeadersDecl>?) -> [String] {
        guard let decl = model.headers.find(id), !decl.isNested else { return [] }
        return [decl.name]
    }

    func literal(_ value: LiteralValue) -> String {
        switch value {
        case .null: "nil"
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let text), .double(let text): text
        case .string(let text): SwiftSource.literal(text)
        case .enumCase(let name): "." + name
        case .emptyArray: "[]"
        case .emptyDictionary: "[:]"
        case .array(let elements): "[" + elements.map(literal).joined(separator: ", ") + "]"
        case .json(let text): word("JSONDecoding") + ".value(#\"" + text + "\"#)"
        case .object: "nil"
        }
    }

    /// `@available(*, deprecated, message: "…")`, or nothing.
    func availability(_ deprecation: Deprecation?) -> [String] {
        guard let deprecation else { return [] }
        guard let message = deprecation.message, !message.isEmpty else { return ["@available(*, deprecated)"] }
        return ["@available(*, deprecated, message: \(SwiftSource.literal(message)))"]
    }
}
