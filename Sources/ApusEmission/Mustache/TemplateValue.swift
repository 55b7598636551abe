/// What a tag of a template stands for: text, a flag, a list, or a context with tags of its own.
protocol TemplateValue {
    /// What the tag prints; nothing but text is printed.
    var printed: String { get }
    /// Whether a section over the value is printed; an inverted one is where this is false.
    var isShown: Bool { get }
    /// Calls `print` as often as a section over the value is printed, with what the section's tags are looked up in first, if anything.
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
