public import ApusSource

/// Path Item Object: the operations of one path, or of one webhook.
public struct PathItem: Sendable {
    /// The template as the document writes it, such as `/contacts/{id}`; the event's name for a webhook.
    public var path: String
    /// In the order of the file. Parameters, servers and descriptions of the path item are merged into each operation.
    public var operations: [Operation]
    public var mark: SourceMark
    public var extensions: Extensions

    public init(path: String, operations: [Operation], mark: SourceMark, extensions: Extensions = Extensions()) {
        self.path = path
        self.operations = operations
        self.mark = mark
        self.extensions = extensions
    }
}

/// Operation Object, completed from its path item and its document.
public struct Operation: Sendable {
    /// Upper case, such as `GET` or `QUERY`.
    public var method: String
    /// The path to send: names in braces are parameters in `path`, also those of a query in the template.
    public var path: String
    /// The complete template, with the text after the path, which distinguishes operations.
    public var documentedPath: String
    /// The document's `operationId`; nil without one.
    public var operationID: String?
    public var summary: String?
    public var documentation: String?
    public var tags: [String] = []
    /// Path-level parameters first unless the operation overrides them (same name and location).
    public var parameters: [Parameter] = []
    public var requestBody: RequestBody?
    public var responses: [Response] = []
    public var callbacks: [Callback] = []
    public var isDeprecated = false
    /// The effective security: the operation's own list, otherwise the document's. Empty: no credential.
    public var security: [SecurityRequirement] = []
    /// The operation's or the path item's own servers; empty where the document's apply.
    public var servers: [Server] = []
    public var externalDocs: ExternalDocumentation?
    public var extensions = Extensions()
    public var mark: SourceMark
    /// RFC 6901 pointer of the operation in its file.
    public var pointer: String

    public init(method: String, path: String, mark: SourceMark, pointer: String) {
        self.method = method
        self.path = path
        documentedPath = path
        self.mark = mark
        self.pointer = pointer
    }
}

/// Callback Object: requests of the server to a URL from a runtime expression.
public struct Callback: Sendable {
    public var name: String
    /// One for each expression; ``PathItem/path`` is the expression.
    public var items: [PathItem]

    public init(name: String, items: [PathItem]) {
        self.name = name
        self.items = items
    }
}
