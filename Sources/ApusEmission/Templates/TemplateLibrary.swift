import ApusTemplates
import Mustache

/// Apus's templates, or the user's in their place.
struct TemplateLibrary {
    private let library: MustacheLibrary

    init(overrides: [String: String]) throws(EmissionError) {
        let known = Templates.all.map(\.name)
        if let unknown = overrides.keys.sorted().first(where: { !known.contains($0) }) {
            throw .unknownTemplate(name: unknown, known: known)
        }
        var templates: [String: MustacheTemplate] = [:]
        for (name, bytes) in Templates.all {
            let text = overrides[name] ?? String(decoding: bytes, as: UTF8.self)
            if overrides[name] != nil { try Self.check(text, named: name) }
            templates[name] = try Self.parse(text, named: name)
        }
        library = MustacheLibrary(templates: templates)
    }

    func render<Context: TemplateContext>(_ context: Context, vocabulary: Vocabulary, access: String) -> String {
        let root = ModuleContext(vocabulary: vocabulary, access: access, content: context)
        let text = library.render(root, withTemplate: Context.template) ?? ""
        return Self.trimmed(text)
    }

    private static func check(_ text: String, named name: String) throws(EmissionError) {
        guard let context = ContextList.all.first(where: { $0.template == name }) else { return }
        guard let tag = TemplateTags(text).unknown(to: context.tags).first else { return }
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

    /// The first line (pragma and the name of the context) is never part of what is printed, whatever it says; the pragma is
    /// set here, because a template or partial without it would be escaped as HTML.
    private static func parse(_ text: String, named name: String) throws(EmissionError) -> MustacheTemplate {
        var body = text[...]
        if text.hasPrefix("{{%") || text.hasPrefix("{{!") {
            body = text.firstIndex(of: "\n").map { text[text.index(after: $0)...] } ?? ""
        }
        do {
            return try MustacheTemplate(string: "{{%CONTENT_TYPE:TEXT}}\n" + body)
        } catch {
            throw .brokenTemplate(name: name, reason: String(describing: error))
        }
    }
}
