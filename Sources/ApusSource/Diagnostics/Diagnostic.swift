/// A finding about an input file.
public struct Diagnostic: Hashable, Sendable {
    /// Stable, in kebab case: `unresolved-reference`.
    public let id: String
    public var severity: Severity
    /// One sentence without capital and full stop: `cannot find "#/components/schemas/Pet"`.
    public let message: String
    public var mark: SourceMark?
    /// RFC 6901 pointer of the location inside its file: `/paths/~1pets/get`.
    public var pointer: String?
    /// The behavior instead, and the ways to fix the problem.
    public var hint: String?
    /// Other relevant locations.
    public var related: [Related]
    /// The change that mends it, where there is only one.
    public var fix: Fix?

    public struct Related: Hashable, Sendable {
        public let mark: SourceMark
        public let message: String

        public init(mark: SourceMark, message: String) {
            self.mark = mark
            self.message = message
        }
    }

    public init(
        id: String, severity: Severity, message: String, mark: SourceMark? = nil, pointer: String? = nil,
        hint: String? = nil, related: [Related] = []
    ) {
        self.id = id
        self.severity = severity
        self.message = Self.shorten(message)
        self.mark = mark
        self.pointer = pointer
        self.hint = hint.map(Self.shorten)
        self.related = related
    }

    /// The diagnostic with the only change that mends it.
    public func mended(by fix: Fix?) -> Diagnostic {
        var diagnostic = self
        diagnostic.fix = fix
        return diagnostic
    }

    /// Messages quote the document, and a name in it may have any length: the middle of a long text is omitted.
    private static func shorten(_ text: String) -> String {
        guard text.utf8.count > 2 * half, text.unicodeScalars.count > 2 * half else { return text }
        return String(text.unicodeScalars.prefix(half)) + "…" + String(text.unicodeScalars.suffix(half))
    }

    private static let half = 300
}
