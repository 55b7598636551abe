/// One server: a static member, or a static function when it has variables.
public struct ServerDecl: Equatable, Sendable {
    public struct Variable: Equatable, Sendable {
        /// The parameter of the function.
        public var name: String
        /// The variable's name in ``ServerDecl/url``.
        public var key: String
        /// String, or a nested closed enum.
        public var type: TypeRef
        public var defaultValue: LiteralValue
        /// The default and the values of the enum, as they are in the URL.
        public var documentedValues: [String]
        public var doc: Doc

        public init(
            name: String, key: String, type: TypeRef, defaultValue: LiteralValue, documentedValues: [String] = [],
            doc: Doc = Doc()
        ) {
            self.name = name
            self.key = key
            self.type = type
            self.defaultValue = defaultValue
            self.documentedValues = documentedValues
            self.doc = doc
        }
    }

    public var name: String
    /// With `{variables}`; absolute, or relative to a base that the caller brings.
    public var url: String
    public var variables: [Variable]
    public var nested: [TypeDecl]
    public var doc: Doc

    public init(name: String, url: String, variables: [Variable] = [], nested: [TypeDecl] = [], doc: Doc = Doc()) {
        self.name = name
        self.url = url
        self.variables = variables
        self.nested = nested
        self.doc = doc
    }
}
