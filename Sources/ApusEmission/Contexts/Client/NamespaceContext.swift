import ApusModel

/// The enum that has the declarations of a client: its own declaration, or an extension with the declarations of one file.
struct NamespaceContext: TemplateContext {
    static let template = "namespace"
    static let usesRuntime = false
    static let tags = ["doc", "name", "isDeclared", "members"]

    private let doc: [String]
    private let name: String
    private let isDeclared: Bool
    /// The declarations, indented.
    private let members: String

    /// The declaration of the enum.
    init(_ name: String, _ printer: Printer) {
        self.name = name
        isDeclared = true
        members = ""
        doc = DocText.comment(["The client of " + printer.model.source.title + ", and its types."], depth: 0)
    }

    /// An extension of the enum.
    ///
    /// - Parameter members: Declarations at the left margin.
    init(_ name: String, members: [String], _ printer: Printer) {
        self.name = name
        isDeclared = false
        self.members = members.map { Layout.indented($0, by: 1) }.joined(separator: "\n\n")
        doc = []
        printer.noteNamespace()
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "doc": doc
        case "name": self.name
        case "isDeclared": isDeclared
        case "members": members
        default: nil
        }
    }
}
