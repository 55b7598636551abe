/// The client's credentials that a call sends. No choice sends credentials to another origin.
public struct CredentialChoice: Sendable, Hashable {
    enum Kind: Hashable {
        case documented, withheld, together
        case schemes([String])
    }

    let kind: Kind

    /// The credentials of the first alternative in the operation's requirement for which the client has all. This is
    /// the default.
    public static let documented = CredentialChoice(kind: .documented)
    /// No credentials, even where the document requires some: for the login operation, which many documents protect
    /// like the others.
    public static let withheld = CredentialChoice(kind: .withheld)
    /// The credentials of ``documented``, and every other one that the operation's requirement names and the client
    /// has: for a server that needs several that the document lists as alternatives. Of two with the same location,
    /// such as two in `Authorization`, the first one is sent.
    public static let together = CredentialChoice(kind: .together)

    /// The credentials of these schemes, by their names in the document, whatever the operation requires.
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
