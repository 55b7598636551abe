import ApusModel

/// What every context needs to find its words: the names of the module, the options, the templates. One for each module.
final class Printer {
    let model: APIModel
    let options: EmissionOptions
    let vocabulary: Vocabulary
    let names: TypeNames
    let templates: TemplateLibrary
    /// `public `, `package ` or nothing.
    var access: String { words.access }
    /// The tags that every template knows.
    private let words: ModuleWords
    /// Every type of the module, nested ones too.
    private(set) lazy var types = TypeIndex.index(model)
    /// Values of examples by their JSON text, and what initializers take, for the README.
    var exampleValues: [String: ExampleValue] = [:]
    var exampleFields: [TypeID: ExampleFields] = [:]
    /// Whether the file in work names a type of Foundation's.
    var usesFoundation = false
    /// Whether the file in work names a type of the adopter's, which a module of the configuration has.
    var usesConfiguredTypes = false
    /// Whether the file in work names anything of the runtime's; all declarations do but names for other types.
    var usesRuntime = false
    /// Every context that was rendered, as JSON; nil unless somebody asks.
    var dump: [String]?
    /// What the file in work needs the library for XML for.
    private(set) var xmlUse = XMLUse.none

    init(_ model: APIModel, _ options: EmissionOptions) throws(EmissionError) {
        self.model = model
        self.options = options
        names = TypeNames(model)
        let own = names.all + model.events.map(\.name)
        vocabulary = Vocabulary(shadowed: model.shadowed.union(own.filter(Vocabulary.contains)))
        templates = try TemplateLibrary(overrides: options.templateOverrides)
        words = ModuleWords(
            vocabulary: vocabulary, access: options.access == .internal ? "" : options.access.rawValue + " ")
    }

    /// Text of one context by its template.
    func render<Context: TemplateContext>(_ context: Context) -> String {
        if Context.usesRuntime { usesRuntime = true }
        dump?.append(ContextDump.text(context, indentation: "      "))
        return templates.render(context, words: words)
    }

    func noteXML(_ use: XMLUse) { xmlUse = max(xmlUse, use) }

    /// Another file begins.
    func forgetImports() {
        usesFoundation = false
        usesConfiguredTypes = false
        usesRuntime = false
        xmlUse = .none
    }

    func type(_ type: TypeRef, in scope: Scope) -> String {
        switch type {
        case .scalar(let scalar), .numberOrText(let scalar): word(scalar.rawValue)
        case .named(let id): names.name(of: id, in: scope)
        case .array(let element): "[" + self.type(element, in: scope) + "]"
        case .dictionary(let value): "[" + vocabulary["String"] + ": " + self.type(value, in: scope) + "]"
        case .optional(let wrapped): self.type(wrapped, in: scope) + "?"
        case .tristate(let wrapped): word("Nullable") + "<" + self.type(wrapped, in: scope) + ">"
        // The declaration of the member says it, and everybody else sees the value.
        case .indirect(let wrapped): self.type(wrapped, in: scope)
        case .quoted(let scalar): word("Quoted") + "<" + word(scalar.rawValue) + ">"
        case .json: word("JSONValue")
        case .external(let name): configured(name)
        }
    }

    /// Whether a number in it may come as its own text.
    func readsText(_ type: TypeRef, remaining: Int = 16) -> Bool {
        switch type {
        // Decimal reads both everywhere.
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

    /// A name of the vocabulary, noted for the imports.
    private func word(_ name: String) -> String {
        if Vocabulary.foundation.contains(name) {
            if vocabulary.isQualified(name) { usesRuntime = true } else { usesFoundation = true }
        } else if !Vocabulary.swift.contains(name) {
            usesRuntime = true
        }
        return vocabulary[name]
    }

    /// The name of a type of documented headers at the top level, or nothing.
    func headers(_ index: Int?) -> [String] {
        guard let index, model.headers.indices.contains(index), !model.headers[index].isNested else { return [] }
        return [model.headers[index].name]
    }

    /// A type of documented headers that is nested in its user.
    func nestedHeaders(_ index: Int?, in scope: Scope) -> String? {
        guard let index, model.headers.indices.contains(index), model.headers[index].isNested else { return nil }
        return render(HeadersContext(model.headers[index], in: scope, self))
    }

    func literal(_ value: LiteralValue) -> String {
        switch value {
        case .null: "nil"
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let text), .double(let text): text
        case .string(let text): SwiftText.literal(text)
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
        return ["@available(*, deprecated, message: \(SwiftText.literal(message)))"]
    }

    /// Types nested in a declaration: each a block at its own depth, after a blank line.
    func nested(_ declarations: [TypeDecl], in scope: Scope) -> [String] {
        declarations.map { Layout.indented(declaration($0, in: scope), by: 1) }
    }

    /// One type, as it stands at the left margin.
    func declaration(_ decl: TypeDecl, in scope: Scope) -> String {
        switch decl {
        case .structure(let decl): render(StructContext(decl, in: scope, self))
        case .enumeration(let decl): enumeration(decl, in: scope)
        case .union(let decl): render(UnionContext(decl, in: scope, self))
        case .tuple(let decl): render(TupleContext(decl, in: scope, self))
        case .alias(let decl): render(AliasContext(decl, in: scope, self))
        }
    }

    private func enumeration(_ decl: EnumDecl, in scope: Scope) -> String {
        if decl.isClosed, ClosedEnumContext.canPrint(decl) { return render(ClosedEnumContext(decl, in: scope, self)) }
        return render(EnumContext(decl, in: scope, self))
    }
}
