/// A template as it was read: text and tags, one inside the other.
struct Template {
    enum Token {
        case text(String)
        /// A name that every context is printed with: one of the vocabulary's, or `access`.
        case word(String)
        case variable(Path)
        case section(Path, [Token])
        /// A section that is printed when there is nothing to print the other with: `{{^name}}`.
        case inverted(Path, [Token])
        case partial(Partial)
    }

    /// The names of a dotted tag; none for `{{.}}`, the context itself.
    typealias Path = [String]

    /// Another template, and the spaces before the tag that calls for it, which each of its lines begins with.
    struct Partial: Hashable {
        var name: String
        var indentation = ""
    }

    let tokens: [Token]

    /// - Throws: ``TemplateFault`` when the text is no Mustache.
    init(_ text: String) throws(TemplateFault) {
        var parser = TemplateParser(text)
        tokens = try parser.parse()
    }

    /// The partials that are called for, those inside sections too.
    var partials: [Partial] { Self.partials(in: tokens) }

    private static func partials(in tokens: [Token]) -> [Partial] {
        tokens.flatMap { token -> [Partial] in
            switch token {
            case .partial(let partial): [partial]
            case .section(_, let inner), .inverted(_, let inner): partials(in: inner)
            case .text, .word, .variable: []
            }
        }
    }
}

/// What is wrong with the text of a template, and where.
struct TemplateFault: Error, CustomStringConvertible {
    /// From 1.
    var line: Int
    var reason: String

    var description: String { "line \(line): \(reason)" }
}
