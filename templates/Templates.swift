/// The templates of generated code, as they are built into the generator: `struct` is `swift/struct.mustache`.
public enum Templates {
    /// In the order of the folder.
    public static let all: [(name: String, text: [UInt8])] = [
        ("alias", PackageResources.alias_mustache),
        ("client", PackageResources.client_mustache),
        ("client_method", PackageResources.client_method_mustache),
        ("closed_enum", PackageResources.closed_enum_mustache),
        ("credentials", PackageResources.credentials_mustache),
        ("enum", PackageResources.enum_mustache),
        ("events", PackageResources.events_mustache),
        ("examples", PackageResources.examples_mustache),
        ("file", PackageResources.file_mustache),
        ("headers", PackageResources.headers_mustache),
        ("landing", PackageResources.landing_mustache),
        ("namespace", PackageResources.namespace_mustache),
        ("namespaces", PackageResources.namespaces_mustache),
        ("operation", PackageResources.operation_mustache),
        ("operations", PackageResources.operations_mustache),
        ("payload_enum", PackageResources.payload_enum_mustache),
        ("readme", PackageResources.readme_mustache),
        ("response_enum", PackageResources.response_enum_mustache),
        ("servers", PackageResources.servers_mustache),
        ("shims", PackageResources.shims_mustache),
        ("struct", PackageResources.struct_mustache),
        ("tuple", PackageResources.tuple_mustache),
        ("union", PackageResources.union_mustache),
        ("xml", PackageResources.xml_mustache),
    ]
}
