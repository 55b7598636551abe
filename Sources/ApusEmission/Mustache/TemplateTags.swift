/// The tags of a template, with their names and enclosing sections.
///
/// An unknown tag prints nothing and raises no error, so a misspelled one would remain unnoticed: every template is
/// checked against its context, Apus's own by a test, a user's when it is loaded.
struct TemplateTags {
    struct Tag: Hashable {
        var name: String
        /// The sections, outermost first.
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
            tag.name != "." && !CommonTags.own.contains(tag.name) && !Vocabulary.contains(tag.name)
                && !names.contains(tag.name)
                && !tag.sections.contains { names.contains($0 + "." + tag.name) }
        }.map(\.name)
    }

    /// The context's own tags that the template does not use. Tags of list elements do not count: several lists and
    /// templates share one kind of element.
    func unused(of known: [String]) -> [String] {
        let used = Set(tags.map(\.name))
        return known.filter { !$0.contains(".") && !used.contains($0) }
    }
}
