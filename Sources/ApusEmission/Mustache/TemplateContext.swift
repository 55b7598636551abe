/// What one template prints: ready words, flags and lists, under the names that the template's tags have.
///
/// The contexts are the public face of the templates: who brings a template of his own finds its tags in ``tags``.
protocol TemplateContext: TemplateValue {
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
