import ApusJSON

/// The location of a document, as an argument or a key of `apus.yaml` names it. Every command resolves its documents here.
public enum DocumentLocation: Equatable, Sendable {
    /// `-`
    case standardInput
    /// A path, or a `file:` URL of this machine (RFC 8089).
    case file(String)
    /// An http or https URL.
    case address(String)
    /// A URL that names nothing Apus can read; with the reason, in half a sentence.
    case unreadable(reason: String)

    public init(_ text: String) {
        guard text != "-" else {
            self = .standardInput
            return
        }
        guard let scheme = Self.scheme(of: text) else {
            self = .file(text)
            return
        }
        let rest = text.dropFirst(scheme.count + 1)
        switch scheme.lowercased() {
        case "http", "https":
            let isComplete = rest.hasPrefix("//") && rest.dropFirst(2).first.map { !"/?#".contains($0) } == true
            self =
                isComplete
                ? .address(scheme.lowercased() + ":" + rest) : .unreadable(reason: "the address names no host")
        case "file": self = Self.file(rest)
        default:
            self = .unreadable(
                reason: "a document is a path, - for standard input, or a file:, http: or https: address")
        }
    }

    var isFile: Bool {
        if case .file = self { true } else { false }
    }

    var isAddress: Bool {
        if case .address = self { true } else { false }
    }

    /// `///etc/a%20b`, `//localhost/etc/a`, `/etc/a` → the path
    private static func file(_ rest: Substring) -> DocumentLocation {
        guard rest.hasPrefix("//") else { return .file(JSONPointer.decodePercent(String(rest))) }
        let host = rest.dropFirst(2).prefix { $0 != "/" }
        guard host.isEmpty || host.lowercased() == "localhost" else {
            return .unreadable(reason: "a file: address names a file of this machine, file:///path")
        }
        return .file(JSONPointer.decodePercent(String(rest.dropFirst(2 + host.count))))
    }

    /// RFC 3986, 3.1. A scheme of one letter is the drive of a Windows path.
    private static func scheme(of text: String) -> Substring? {
        let scheme = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
        guard scheme.count > 1, scheme.first?.isLetter == true, text.dropFirst(scheme.count).first == ":" else {
            return nil
        }
        return scheme
    }

    /// An address for comments of generated code: without user, password, query and fragment, which may be secret.
    static func show(_ address: String) -> String {
        let plain = address.prefix { $0 != "?" && $0 != "#" }
        guard let start = plain.firstRange(of: "//")?.upperBound else { return String(plain) }
        let authority = plain[start...].prefix { $0 != "/" }
        guard let user = authority.lastIndex(of: "@") else { return String(plain) }
        return String(plain[..<start]) + plain[plain.index(after: user)...]
    }
}
