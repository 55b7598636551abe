/// Prints one context by its template.
///
/// A tag is looked up in the innermost context first and then outwards; a tag without a value prints nothing.
struct TemplateRenderer {
    private let templates: [Template.Partial: Template]
    private let words: CommonTags
    private var contexts: [any TemplateValue]
    private(set) var output = ""

    init(_ context: any TemplateValue, words: CommonTags, templates: [Template.Partial: Template]) {
        contexts = [context]
        self.words = words
        self.templates = templates
    }

    mutating func render(_ tokens: [Template.Token]) {
        for token in tokens {
            switch token {
            case .text(let text): output += text
            case .word(let name): output += words[name]
            case .variable(let path): if let value = value(at: path) { output += value.printed }
            case .section(let path, let inner): value(at: path)?.forEachPass { renderPass(inner, $0) }
            case .inverted(let path, let inner): if value(at: path)?.isShown != true { render(inner) }
            case .partial(let partial): if let template = templates[partial] { render(template.tokens) }
            }
        }
    }

    private mutating func renderPass(_ tokens: [Template.Token], _ context: (any TemplateValue)?) {
        guard let context else { return render(tokens) }
        contexts.append(context)
        render(tokens)
        contexts.removeLast()
    }

    private func value(at path: Template.Path) -> (any TemplateValue)? {
        guard let name = path.first else { return contexts.last }
        for context in contexts.reversed() {
            guard var value = context.child(named: name) else { continue }
            for name in path.dropFirst() {
                guard let child = value.child(named: name) else { return nil }
                value = child
            }
            return value
        }
        return CommonTags.isWord(name) ? words[name] : nil
    }
}
