/// The reason why nothing was printed. Only user templates can be wrong; Apus's own are tested.
public enum EmissionError: Error, Equatable, Sendable, CustomStringConvertible {
    /// A file of the template folder has no counterpart among Apus's templates.
    case unknownTemplate(name: String, known: [String])
    case brokenTemplate(name: String, reason: String)
    /// A template uses a tag that its context does not have.
    case unknownTag(template: String, tag: String, known: [String])

    public var description: String {
        switch self {
        case .unknownTemplate(let name, let known):
            "no template is named \(name).mustache; these are: \(known.joined(separator: ", "))"
        case .brokenTemplate(let name, let reason):
            "\(name).mustache: \(reason)"
        case .unknownTag(let template, let tag, let known):
            "\(template).mustache: nothing is named {{\(tag)}} here; these are: \(known.joined(separator: ", "))"
        }
    }
}
