/// Whether descriptions of errors show what the server says about a failure; see ``CallDetails/serverMessage``.
///
/// A server may repeat what it was sent, such as a name or an address. Credentials are taken out either way.
public struct ServerMessages: Sendable, Hashable {
    let isShown: Bool

    /// Shortened, in one line: what a client does unless told otherwise.
    public static let shown = ServerMessages(isShown: true)
    /// Not at all, nor values of bodies that do not fit. For logs that may not have them; the members of the error still do.
    public static let withheld = ServerMessages(isShown: false)
}

extension ServerMessages: CustomStringConvertible {
    /// `shown` or `withheld`.
    public var description: String { isShown ? "shown" : "withheld" }
}
