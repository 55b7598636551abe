/// Names that generated code reserves, one list for each kind of scope.
enum ReservedNames {
    /// Types that Swift's grammar reserves even as a nested name, and the modules that qualify shadowed names in
    /// generated code, with their replacements.
    static let types: [String: String] = [
        "Type": "Kind", "Self": "SelfValue", "Protocol": "ProtocolKind", "Any": "AnyValue", "Swift": "SwiftValue",
        "ApusRuntime": "ApusRuntimeValue", "ApusXML": "ApusXMLValue",
    ]
    /// `x.self` is x itself and `x.init` its initializer; `hashValue` is a requirement of `Hashable`.
    static let members: Set<String> = ["self", "init", "hashValue"]
    /// For typed response headers: the members of the protocol.
    static let headers: Set<String> = members.union(["fields", "value", "list", "object", "json", "read"])
    static let enumCases: Set<String> = [
        "self", "init", "allCases", "allByRawValue", "byRawValue", "placeholder", "none", "some",
    ]
    static let unionCases: Set<String> = [
        "self", "init", "alternatives", "placeholder", "describe", "none", "some", "webhookName",
    ]
    static let responseCases: Set<String> = ["self", "init", "undocumented", "decode", "placeholder", "none", "some"]
    static let parameters: Set<String> = ["self", "init", "hashValue", "options"]
    static let methods: Set<String> = ["init", "self", "core", "send", "response", "pages", "items", "securitySchemes"]
    static let servers: Set<String> = ["init", "self", "custom", "url", "none", "some"]
    static let credentials: Set<String> = ["init", "self", "and", "storage", "none", "some", "refusals"]
    /// Nested in a request builder: its associated types.
    static let operationTypes: Set<String> = ["CallError", "Failure", "Headers", "PageItem", "ResultValue", "Success"]
}
