/// The tags of a template's text: what each of them is called, and inside which sections it stands.
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

    init(_ text: String) {
        var sections: [String] = []
        var rest = text[...]
        while let start = rest.firstRange(of: "{{") {
            rest = rest[start.upperBound...]
            guard let end = rest.firstRange(of: "}}") else { return }
            let content = rest[..<end.lowerBound]
            rest = rest[end.upperBound...]
            let name = content.drop { "#^/&{ ".contains($0) }.prefix { $0 != "}" && $0 != " " }
            switch content.first {
            case "!", "%", ">", "=", nil: continue
            case "/": if !sections.isEmpty { sections.removeLast() }
            case "#", "^":
                tags.append(Tag(name: String(name), sections: sections))
                sections.append(String(name))
            default: tags.append(Tag(name: String(name), sections: sections))
            }
        }
    }

    /// The tags that neither the context nor the vocabulary knows.
    func unknown(to known: [String]) -> [String] {
        let names = Set(known)
        return tags.filter { tag in
            tag.name != "." && tag.name != "access" && !Vocabulary.contains(tag.name) && !names.contains(tag.name)
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
