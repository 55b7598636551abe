import ApusSource

/// The differences between the versions of the specification after their objects are read.
struct Dialect: Sendable {
    let version: SpecVersion
    /// OpenAPI 3.0.3 "Reference Object": members next to `$ref` are ignored. 3.1 defines their meaning.
    var ignoresReferenceSiblings: Bool { version < .openAPI31 }
    /// OpenAPI 3.1 made `responses` optional.
    var requiresResponses: Bool { version < .openAPI31 }
    var schemasPointer: String { version == .swagger2 ? "/definitions/" : "/components/schemas/" }
    /// The methods with a field of their own in a path item.
    var methods: Set<String> { version == .openAPI32 ? Self.methodsOf32 : Self.methodsBefore32 }

    private static let methodsBefore32: Set<String> = [
        "get", "put", "post", "delete", "options", "head", "patch", "trace",
    ]
    private static let methodsOf32 = methodsBefore32.union(["query"])

    /// The dialect that a document declares; reports and returns nil for an unsupported one.
    static func detect(_ root: SourceNode, diagnostics: inout Diagnostics) -> Dialect? {
        guard let mapping = root.mapping, let entry = mapping.entry("openapi") ?? mapping.entry("swagger") else {
            diagnostics.report(.notOpenAPI(root))
            return nil
        }
        guard let dialect = Dialect(declaredBy: root) else {
            diagnostics.report(.unsupportedVersion(entry))
            return nil
        }
        return dialect
    }

    /// By `major.minor`: `3.0.3`, `"3.0"` and the number `3.0` are all OpenAPI 3.0.
    init?(declaredBy root: SourceNode) {
        let swagger = root["swagger"]
        guard let text = (root["openapi"] ?? swagger)?.versionText else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let minor = parts.count > 1 ? parts[1].prefix { $0.isNumber } : "0"
        guard let version = SpecVersion(rawValue: "\(parts.first ?? "").\(minor)") else { return nil }
        guard (version == .swagger2) == (root["openapi"] == nil) else { return nil }
        self.version = version
    }
}

extension SourceNode {
    /// YAML reads an unquoted `3.1` as a number; its text is the version.
    fileprivate var versionText: String? {
        string ?? number?.text
    }
}

extension SpecVersion: Comparable {
    public static func < (left: SpecVersion, right: SpecVersion) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension Diagnostic {
    fileprivate static func notOpenAPI(_ root: SourceNode) -> Diagnostic {
        let other = ["asyncapi", "arazzo", "overlay", "swaggerVersion", "raml", "$schema"].first { root[$0] != nil }
        let found =
            if root.isNull { "the file has no content" } else if root.mapping == nil {
                "the file contains \(root.kindName) instead of an object"
            } else if let other {
                "the file has \"\(other)\", but neither \"openapi\" nor \"swagger\""
            } else { "the file has neither \"openapi\" nor \"swagger\"" }
        return Diagnostic(
            id: "not-openapi", severity: .error, message: "this is not an OpenAPI document: \(found)", mark: root.mark,
            pointer: "", hint: "name the file that begins with `openapi: 3.…` or `swagger: \"2.0\"`")
    }

    fileprivate static func unsupportedVersion(_ entry: SourceMapping.Entry) -> Diagnostic {
        let found = entry.value.versionText ?? entry.value.kindName
        let supported = SpecVersion.allCases.map(\.rawValue).joined(separator: ", ")
        return Diagnostic(
            id: "unsupported-version", severity: .error, message: "cannot read \(entry.key) version \"\(found)\"",
            mark: entry.value.mark, pointer: "/" + entry.key,
            hint: "Apus reads \(supported), with any patch level")
    }
}
