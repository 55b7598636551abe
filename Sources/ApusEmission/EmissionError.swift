/// Why nothing was printed. Only templates that a user brought can be wrong; ours are tested.
public enum EmissionError: Error, Equatable, Sendable, CustomStringConvertible {
    /// A file of the folder with templates is none of ours.
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
