/// The names of Swift, Foundation and the runtime in generated code, as printed in one module.
///
/// A name that a type of the module shadows is qualified with its module; Foundation's types, whose module differs by
/// platform, use the runtime's aliases: `Date` → `ApusRuntime.FoundationDate`.
struct Vocabulary {
    static let swift: Set<String> = [
        "Bool", "CaseIterable", "CustomStringConvertible", "Double", "Float", "Hashable", "Identifiable", "Int", "Int8",
        "Int16",
        "Int32", "Int64", "Sendable", "StaticString",
        "String", "UInt", "UInt8", "UInt16", "UInt32", "UInt64",
    ]
    static let foundation: Set<String> = ["Data", "Date", "Decimal", "URL", "UUID"]
    static let runtime: Set<String> = [
        "APIClient", "APIClosedEnum", "APIConstrained", "APIEnum", "APIError", "APIFailure", "APIObject",
        "APIOperation", "APITuple",
        "APIUnion", "ArrayReader", "ArrayWriter", "ByteStream", "ByteText", "CalendarDate", "CallOptions", "ClientCore",
        "ClientParameters",
        "APICredential", "APICredentials", "DecodingRules", "EventStream", "FilePart", "FormPart",
        "APIBody", "HTTPFields", "HTTPRequest",
        "HTTPTransport", "Indirect", "ItemStream", "JSONDecoding", "JSONNull", "JSONValue", "APIMiddleware", "Nullable",
        "NullableIndirect", "OAuthEndpoints", "OAuthRefusal",
        "ObjectCoding", "ObjectReader", "ObjectWriter", "OperationDescriptor", "OptionalIndirect", "PagedOperation",
        "PagingRule",
        "Quoted", "RawBody",
        "RefusalRule", "RejectionRule", "RequestWriter", "ResponseHeaders", "ResponseReader", "ResultOperation",
        "RetryPolicy",
        "SecretString",
        "SecurityScheme", "ServerURL", "TupleCoding", "UndocumentedFailure", "UnionAlternative", "UnionCoding",
        "UnknownMembers", "ValueReader",
        "ValueWriter", "WebhookEvent", "WebhookName", "WebhookPayload",
    ]

    static let xml: Set<String> = ["XMLCoder", "XMLLayout", "XMLModel"]

    private let qualified: [String: String]

    init(shadowed: Set<String>) {
        var qualified: [String: String] = [:]
        for name in shadowed {
            if Self.swift.contains(name) {
                qualified[name] = "Swift." + name
            } else if Self.foundation.contains(name) {
                qualified[name] = "ApusRuntime.Foundation" + name
            } else if Self.runtime.contains(name) {
                qualified[name] = "ApusRuntime." + name
            } else if Self.xml.contains(name) {
                qualified[name] = "ApusXML." + name
            }
        }
        self.qualified = qualified
    }

    subscript(name: String) -> String {
        qualified.isEmpty ? name : qualified[name] ?? name
    }

    func isQualified(_ name: String) -> Bool {
        qualified[name] != nil
    }

    static func contains(_ name: String) -> Bool {
        swift.contains(name) || runtime.contains(name) || foundation.contains(name) || xml.contains(name)
    }
}
