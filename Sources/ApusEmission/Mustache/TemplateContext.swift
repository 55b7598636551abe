/// The input of one template: strings, flags and lists, named like the template's tags.
///
/// The contexts are the public interface of the templates: an author of a template finds its tags in ``tags``.
protocol TemplateContext: TemplateValue {
    /// The file's name without `.mustache`.
    static var template: String { get }
    /// Each tag, with the tags of its elements where it is a list: `properties`, `properties.name`.
    static var tags: [String] { get }
    /// Whether the printed text always names the runtime.
    static var usesRuntime: Bool { get }
}

extension TemplateContext {
    static var usesRuntime: Bool { true }
}
