import Mustache

/// What one template prints: ready words, flags and lists, under the names that the template's tags have.
///
/// The contexts are the public face of the templates: who brings a template of his own finds its tags in ``tags``.
protocol TemplateContext: MustacheParent {
    /// The file's name without `.mustache`.
    static var template: String { get }
    /// Each tag, with the tags of its elements where it is a list: `properties`, `properties.name`.
    static var tags: [String] { get }
    /// Whether what is printed names the runtime whatever the context holds.
    static var usesRuntime: Bool { get }
}

extension TemplateContext {
    static var usesRuntime: Bool { true }
}

/// The root of every rendering: tags in upper case are names of the vocabulary (`{{APIObject}}`), `{{access}}` is `public `.
struct ModuleContext: MustacheParent {
    let vocabulary: Vocabulary
    let access: String
    let content: any TemplateContext

    func child(named name: String) -> Any? {
        if let value = content.child(named: name) { return value }
        if name == "access" { return access }
        guard let first = name.utf8.first, first >= 0x41, first <= 0x5A else { return nil }
        return vocabulary[name]
    }
}
