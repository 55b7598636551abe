/// The value of a template tag: text, a flag, a list, or a context with its own tags.
protocol TemplateValue {
    /// The printed text of the tag; only text is printed.
    var printed: String { get }
    /// Whether a section over the value is printed; an inverted section is printed where this is false.
    var isShown: Bool { get }
    /// Calls `print` for each repetition of a section over the value, with the innermost context for the section's
    /// tags, if any.
    func forEachPass(_ print: ((any TemplateValue)?) -> Void)
    func child(named name: String) -> (any TemplateValue)?
}

extension TemplateValue {
    var printed: String { "" }
    var isShown: Bool { true }
    func forEachPass(_ print: ((any TemplateValue)?) -> Void) { print(self) }
    func child(named name: String) -> (any TemplateValue)? { nil }
}

extension String: TemplateValue {
    var printed: String { self }
}

extension Bool: TemplateValue {
    var isShown: Bool { self }
    func forEachPass(_ print: ((any TemplateValue)?) -> Void) { if self { print(nil) } }
}

extension Array: TemplateValue where Element: TemplateValue {
    var isShown: Bool { !isEmpty }
    func forEachPass(_ print: ((any TemplateValue)?) -> Void) { for element in self { print(element) } }
}
