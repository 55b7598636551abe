/// An enum over raw values. Open unless ``isClosed``: an unknown value decodes to `unknown(raw)` and encodes back
/// unchanged.
public struct EnumDecl: Equatable, Sendable {
    public struct Case: Equatable, Sendable {
        public var name: String
        /// `.string`, `.integer`, `.double` or `.bool`, in agreement with ``EnumDecl/rawType``.
        public var raw: LiteralValue
        public var doc: Doc
        public var deprecation: Deprecation?

        public init(name: String, raw: LiteralValue, doc: Doc = Doc(), deprecation: Deprecation? = nil) {
            self.name = name
            self.raw = raw
            self.doc = doc
            self.deprecation = deprecation
        }
    }

    public var header: TypeHeader
    /// String, an integer type, Double or Bool; ``TypeRef/json`` for a mixed enum.
    public var rawType: TypeRef
    public var cases: [Case]
    public var isClosed: Bool
    /// `unknown`, or another name where a case has this name.
    public var unknownName: String

    public init(
        header: TypeHeader, rawType: TypeRef, cases: [Case], isClosed: Bool = false, unknownName: String = "unknown"
    ) {
        self.header = header
        self.rawType = rawType
        self.cases = cases
        self.isClosed = isClosed
        self.unknownName = unknownName
    }
}
