/// A GET request for a file at an http or https address.
public struct RemoteRequest: Sendable {
    public let address: String
    /// The hosts that may be contacted, also after redirects; in lower case, with a port unless it is the scheme's.
    public let allowedHosts: Set<String>
    public let byteLimit: Int
    /// The validators of the stored file, if there is one.
    public let stored: RemoteValidators?

    public init(address: String, allowedHosts: Set<String>, byteLimit: Int, stored: RemoteValidators? = nil) {
        self.address = address
        self.allowedHosts = allowedHosts
        self.byteLimit = byteLimit
        self.stored = stored
    }
}

/// The response to a ``RemoteRequest``.
public enum RemoteAnswer: Sendable {
    case file([UInt8], RemoteValidators)
    /// The stored file is the current one.
    case notModified
}

/// Fetches a file unless the stored one is current. A thrown error describes itself in half a sentence: `the server answers 404`.
public typealias FetchNewer = @Sendable (_ request: RemoteRequest) throws -> RemoteAnswer

/// The address that a file came from after redirects, and the validators of that response (RFC 9110, 8.8).
public struct RemoteValidators: Equatable, Sendable {
    /// Without user, password, query and fragment, which may be secret.
    public let resolved: String
    /// An entity tag with its quotes: `"abc"` or `W/"abc"`.
    public let etag: String?
    /// The text of a date, as the server wrote it.
    public let modified: String?

    private static let longest = 512

    /// Leaves out a value that cannot be sent back in a header.
    public init(address: String, etag: String?, modified: String?) {
        resolved = Self.show(address)
        self.etag = etag.flatMap { Self.isEntityTag($0) ? $0 : nil }
        self.modified = modified.flatMap { Self.isPlain($0) ? $0 : nil }
    }

    /// Whether a request with them is conditional.
    public var isConditional: Bool { etag != nil || modified != nil }

    /// An address without user, password, query and fragment.
    public static func show(_ address: String) -> String {
        DocumentLocation.show(address)
    }

    private static func isEntityTag(_ text: String) -> Bool {
        let quoted = text.hasPrefix("W/") ? text.dropFirst(2) : text[...]
        guard isPlain(text), quoted.utf8.count >= 2, quoted.hasPrefix("\""), quoted.hasSuffix("\"") else {
            return false
        }
        return !quoted.dropFirst().dropLast().contains("\"")
    }

    /// Visible ASCII and spaces.
    private static func isPlain(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= longest && text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    }
}
