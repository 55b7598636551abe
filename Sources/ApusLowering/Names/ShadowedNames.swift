/// Names of Swift, Foundation and the runtime that generated code uses unqualified. A type of the module with such a
/// name keeps it, and generated code then qualifies the other with its module.
enum ShadowedNames {
    static let all: Set<String> = swift.union(foundation).union(runtime)

    private static let swift: Set<String> = [
        "Array", "Bool", "CaseIterable", "Character", "Codable", "CustomStringConvertible", "Decodable", "Dictionary",
        "Double", "Duration", "Encodable", "Equatable", "Error", "Float", "Hashable", "Hasher", "Int", "Int8", "Int16",
        "Int32", "Int64", "Never", "Optional", "RawRepresentable", "Result", "Sendable", "Set", "String", "Substring",
        "Swift", "Task", "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "Void",
    ]
    private static let foundation: Set<String> = [
        "Data", "Date", "Decimal", "Foundation", "FoundationEssentials", "URL", "UUID",
    ]
    private static let runtime: Set<String> = [
        "APIClient", "APIEnum", "APIError", "APIFailure", "APIObject", "APIOperation", "APIResponse", "APIUnion",
        "APIValue", "ApusRuntime", "ApusXML", "ByteStream", "ByteText", "CalendarDate", "CallOptions", "ClientCore",
        "Credentials",
        "EmptyObject",
        "HTTPBody", "HTTPTransport", "Indirect", "JSONDecoding", "JSONNull", "JSONObject", "JSONValue", "Nullable",
        "NullableIndirect", "ObjectReader",
        "ObjectWriter", "OperationDescriptor", "OptionalIndirect", "PagedOperation", "PagingRule", "RawBody",
        "RejectionRule", "RequestWriter", "ResponseReader", "RetryPolicy", "SecretString",
        "SecurityRequirement", "SecurityScheme", "ServerURL", "UndocumentedFailure", "UnionAlternative", "ValueReader",
        "ValueWriter", "XMLCoder", "XMLLayout", "XMLModel",
    ]
}
