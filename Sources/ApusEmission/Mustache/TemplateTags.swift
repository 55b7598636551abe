/// The tags of a template: what each of them is called, and inside which sections it stands.
///
/// An unknown tag prints nothing and says nothing, so that a misspelt one would go unnoticed: every template is checked against its
/// context, ours by a test, a user's when it is loaded.
struct TemplateTags {
    struct Tag: Hashable {
        var name: String
        /// Outermost first.
        var sections: [String]
    }

    private(set) var tags: [Tag] = []

    init(_ template: Template) {
        add(template.tokens, in: [])
    }

    private mutating func add(_ tokens: [Template.Token], in sections: [String]) {
        for token in tokens {
            switch token {
            case .text, .partial: continue
            case .word(let name): tags.append(Tag(name: name, sections: sections))
            case .variable(let path): tags.append(Tag(name: Self.name(path), sections: sections))
            case .section(let path, let inner), .inverted(let path, let inner):
                tags.append(Tag(name: Self.name(path), sections: sections))
                add(inner, in: sections + [Self.name(path)])
            }
        }
    }

    private static func name(_ path: Template.Path) -> String { path.isEmpty ? "." : path.joined(separator: ".") }

    /// The tags that neither the context nor the vocabulary knows.
    func unknown(to known: [String]) -> [String] {
        let names = Set(known)
        return tags.filter { tag in
            tag.name != "." && !ModuleWords.own.contains(tag.name) && !Vocabulary.contains(tag.name)
                && !names.contains(tag.name)
                && !tag.sections.contains { names.contains($0 + "." + tag.name) }
        }.map(\.name)
    }

    /// The context's own tags that the template does not use. Those of its lists' elements do not count: several lists, and several
    /// templates, share one kind of element.
    func unused(of known: [String]) -> [String] {
        let used = Set(tags.map(\.name))
        return known.filter { !$0.contains(".") && !used.contains($0) }
    }
}
