import ApusTemplates

/// Apus's templates, or the user's replacements.
struct TemplateLibrary {
    private var templates: [Template.Partial: Template] = [:]

    /// - Parameter contexts: The contexts that the templates print; an override may use the tags of its context only.
    init(overrides: [String: String], contexts: [any TemplateContext.Type]) throws(EmissionError) {
        let known = Templates.all.map(\.name)
        if let unknown = overrides.keys.sorted().first(where: { !known.contains($0) }) {
            throw .unknownTemplate(name: unknown, known: known)
        }
        var texts: [String: String] = [:]
        for (name, bytes) in Templates.all {
            texts[name] = Self.body(overrides[name] ?? String(decoding: bytes, as: UTF8.self))
            let template = try Self.parse(texts[name] ?? "", named: name)
            if overrides[name] != nil { try Self.check(template, named: name, contexts) }
            templates[Template.Partial(name: name)] = template
        }
        for name in known { try addPartials(of: Template.Partial(name: name), texts: texts, callers: []) }
    }

    func render<Context: TemplateContext>(_ context: Context, words: CommonTags) -> String {
        var renderer = TemplateRenderer(context, words: words, templates: templates)
        renderer.render(templates[Template.Partial(name: Context.template)]?.tokens ?? [])
        return Self.trimmed(renderer.output)
    }

    /// Reads the partials of a template with the indentation of their use.
    private mutating func addPartials(
        of caller: Template.Partial, texts: [String: String], callers: [String]
    ) throws(EmissionError) {
        let callers = callers + [caller.name]
        for partial in templates[caller]?.partials ?? [] {
            guard let text = texts[partial.name] else {
                throw .brokenTemplate(name: caller.name, reason: "no template is named \(partial.name)")
            }
            if callers.contains(partial.name) {
                throw .brokenTemplate(name: caller.name, reason: "{{> \(partial.name)}} never comes to an end")
            }
            if templates[partial] == nil {
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                let indented = lines.map { $0.isEmpty ? "" : partial.indentation + $0 }.joined(separator: "\n")
                templates[partial] = try Self.parse(indented, named: partial.name)
            }
            try addPartials(of: partial, texts: texts, callers: callers)
        }
    }

    private static func check(
        _ template: Template, named name: String, _ contexts: [any TemplateContext.Type]
    ) throws(EmissionError) {
        guard let context = contexts.first(where: { $0.template == name }) else { return }
        guard let tag = TemplateTags(template).unknown(to: context.tags).first else { return }
        throw .unknownTag(template: name, tag: tag, known: context.tags)
    }

    /// Without line breaks at both ends.
    private static func trimmed(_ text: String) -> String {
        let bytes = text.utf8
        let start = bytes.firstIndex { $0 != 0x0A } ?? bytes.endIndex
        var end = bytes.endIndex
        while end > start, bytes[bytes.index(before: end)] == 0x0A { end = bytes.index(before: end) }
        return String(text[start..<end])
    }

    /// Removes the comment in the first line that describes the template: it is never printed, whatever it contains.
    static func body(_ text: String) -> String {
        guard text.hasPrefix("{{%") || text.hasPrefix("{{!") else { return text }
        return "{{!}}" + (text.firstIndex(of: "\n").map { text[$0...] } ?? "")
    }

    private static func parse(_ text: String, named name: String) throws(EmissionError) -> Template {
        do {
            return try Template(text)
        } catch {
            throw .brokenTemplate(name: name, reason: error.description)
        }
    }
}
