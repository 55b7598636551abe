/// Which of its client's credentials a call sends. None of them goes to another origin, whatever is chosen.
public struct CredentialChoice: Sendable, Hashable {
    enum Kind: Hashable {
        case documented, withheld, together
        case schemes([String])
    }

    let kind: Kind

    /// Those of the first alternative in the operation's requirement for which the client has all: what a client does unless told otherwise.
    public static let documented = CredentialChoice(kind: .documented)
    /// None, also where the document asks for some: for the operation that logs in, which many documents protect like the others.
    public static let withheld = CredentialChoice(kind: .withheld)
    /// Those of ``documented``, and besides them every other one that the operation's requirement names and the client has: for a server that
    /// wants together what the document has as alternatives. Of two that would stand in the same place, such as two in `Authorization`, the first
    /// one goes.
    public static let together = CredentialChoice(kind: .together)

    /// Those of these schemes, by their names in the document, whatever the operation asks for.
    public static func schemes(_ names: String...) -> CredentialChoice {
        CredentialChoice(kind: .schemes(names))
    }
}

extension CredentialChoice: CustomStringConvertible {
    /// `documented`, `withheld`, `together`, or the names of the schemes.
    public var description: String {
        switch kind {
        case .documented: "documented"
        case .withheld: "withheld"
        case .together: "together"
        case .schemes(let names): names.joined(separator: " and ")
        }
    }
}
