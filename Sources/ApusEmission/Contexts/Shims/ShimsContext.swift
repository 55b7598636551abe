import ApusModel

/// Names of the previous version, for one version: typealiases, and extensions with members.
struct ShimsContext: TemplateContext {
    static let template = "shims"
    static let tags = ["aliases", "extensions"] + ExtensionContext.tags.map { "extensions." + $0 }

    /// The members of one type.
    struct ExtensionContext: TemplateValue {
        static let tags = ["owner", "members"]

        var owner: String
        var members: String

        func child(named name: String) -> (any TemplateValue)? {
            switch name {
            case "owner": owner
            case "members": members
            default: nil
            }
        }
    }

    private let aliases: [String]
    private let extensions: [ExtensionContext]

    init(_ shims: [ShimDecl], _ part: FilePart, _ printer: Printer) {
        var aliases: [String] = []
        var owners: [String] = []
        var members: [String: [String]] = [:]
        for shim in shims {
            guard let (owner, text) = ShimText(printer).print(shim) else { continue }
            guard let owner else {
                aliases.append(text)
                continue
            }
            if members[owner] == nil { owners.append(owner) }
            members[owner, default: []].append(Layout.indented(text, by: 1))
        }
        self.aliases = part.hasDeclarations ? aliases : []
        extensions = (part.hasExtensions ? owners : []).map {
            ExtensionContext(owner: $0, members: (members[$0] ?? []).joined(separator: "\n\n"))
        }
    }

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "aliases": aliases
        case "extensions": extensions
        default: nil
        }
    }
}
