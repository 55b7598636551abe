public import ApusSource

/// Info Object.
public struct Info: Sendable {
    public var title: String
    public var version: String
    public var summary: String?
    public var documentation: String?
    public var termsOfService: String?
    public var contactName: String?
    public var contactEmail: String?
    public var contactURL: String?
    public var licenseName: String?
    public var licenseURL: String?

    public init(title: String, version: String) {
        self.title = title
        self.version = version
    }
}

/// Server Object.
public struct Server: Sendable {
    /// May contain `{variables}` and may be relative to the document's URL.
    public var url: String
    /// 3.2
    public var name: String?
    public var documentation: String?
    public var variables: [ServerVariable]
    public var mark: SourceMark

    public init(url: String, variables: [ServerVariable] = [], mark: SourceMark) {
        self.url = url
        self.variables = variables
        self.mark = mark
    }
}

/// Server Variable Object.
public struct ServerVariable: Sendable {
    public var name: String
    public var defaultValue: String
    /// Empty where any value is allowed.
    public var enumeration: [String]
    public var documentation: String?

    public init(name: String, defaultValue: String, enumeration: [String] = [], documentation: String? = nil) {
        self.name = name
        self.defaultValue = defaultValue
        self.enumeration = enumeration
        self.documentation = documentation
    }
}

/// Tag Object; `parent` and `kind` are 3.2's.
public struct Tag: Sendable {
    public var name: String
    public var summary: String?
    public var documentation: String?
    public var parent: String?
    public var externalDocs: ExternalDocumentation?

    public init(name: String) {
        self.name = name
    }
}

/// External Documentation Object.
public struct ExternalDocumentation: Sendable {
    public var url: String
    public var documentation: String?

    public init(url: String, documentation: String? = nil) {
        self.url = url
        self.documentation = documentation
    }
}
