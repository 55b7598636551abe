/// A parsed template: text and nested tags.
struct Template {
    enum Token {
        case text(String)
        /// A name available in every context: one of the vocabulary, or `access`.
        case word(String)
        case variable(Path)
        case section(Path, [Token])
        /// A section that is printed when the other is not: `{{^name}}`.
        case inverted(Path, [Token])
        case partial(Partial)
    }

    /// The names of a dotted tag; none for `{{.}}`, the context itself.
    typealias Path = [String]

    /// Another template, and the indentation of the tag that includes it, which is added to each of its lines.
    struct Partial: Hashable {
        var name: String
        var indentation = ""
    }

    let tokens: [Token]

    /// - Throws: ``TemplateFault`` when the text is not valid Mustache.
    init(_ text: String) throws(TemplateFault) {
        var parser = TemplateParser(text)
        tokens = try parser.parse()
    }

    /// The included partials, also those inside sections.
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

/// The error in a template, with its line.
struct TemplateFault: Error, CustomStringConvertible {
    /// The line, from 1.
    var line: Int
    var reason: String

    var description: String { "line \(line): \(reason)" }
}
