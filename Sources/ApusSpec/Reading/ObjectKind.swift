/// The objects of the specification except schemas, with their members. The lists of all versions from 3.0 on are
/// combined: a later member is read in earlier documents too.
enum ObjectKind: String, CaseIterable, Sendable {
    case document, info, contact, license, server, serverVariable, components, pathItem, operation, externalDocs
    case parameter, requestBody, mediaType, encoding, response, header, link, tag, securityScheme, oauthFlow, example
    case discriminator, xml

    /// The name in messages.
    var name: String {
        switch self {
        case .document: "an OpenAPI document"
        case .info: "`info`"
        case .contact: "`contact`"
        case .license: "`license`"
        case .components: "`components`"
        case .externalDocs: "`externalDocs`"
        case .discriminator: "`discriminator`"
        case .xml: "`xml`"
        case .server: "a server"
        case .serverVariable: "a server variable"
        case .pathItem: "a path item"
        case .operation: "an operation"
        case .parameter: "a parameter"
        case .requestBody: "a request body"
        case .mediaType: "a media type"
        case .encoding: "an encoding"
        case .response: "a response"
        case .header: "a header"
        case .link: "a link"
        case .tag: "a tag"
        case .securityScheme: "a security scheme"
        case .oauthFlow: "an OAuth flow"
        case .example: "an example"
        }
    }

    /// - Parameter isSwagger: Whether to return the list of Swagger 2.0.
    func keywords(isSwagger: Bool) -> Set<String> {
        isSwagger ? Self.swagger[self] ?? Self.current[self] ?? [] : Self.current[self] ?? []
    }

    private static let current: [ObjectKind: Set<String>] = [
        .document: [
            "openapi", "$self", "info", "jsonSchemaDialect", "servers", "paths", "webhooks", "components", "security",
            "tags",
            "externalDocs",
        ],
        .info: ["title", "summary", "description", "termsOfService", "contact", "license", "version"],
        .contact: ["name", "url", "email"],
        .license: ["name", "identifier", "url"],
        .server: ["url", "name", "description", "variables"],
        .serverVariable: ["enum", "default", "description"],
        .components: [
            "schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links",
            "callbacks", "pathItems", "mediaTypes",
        ],
        .pathItem: [
            "$ref", "summary", "description", "servers", "parameters", "additionalOperations", "get", "put", "post",
            "delete",
            "options", "head", "patch", "trace", "query",
        ],
        .operation: [
            "tags", "summary", "description", "externalDocs", "operationId", "parameters", "requestBody", "responses",
            "callbacks", "deprecated", "security", "servers",
        ],
        .externalDocs: ["description", "url"],
        .parameter: [
            "name", "in", "description", "required", "deprecated", "allowEmptyValue", "style", "explode",
            "allowReserved",
            "schema", "example", "examples", "content",
        ],
        .requestBody: ["description", "content", "required"],
        .mediaType: [
            "schema", "itemSchema", "example", "examples", "encoding", "prefixEncoding", "itemEncoding", "description",
        ],
        .encoding: [
            "contentType", "headers", "style", "explode", "allowReserved", "encoding", "prefixEncoding", "itemEncoding",
        ],
        .response: ["summary", "description", "headers", "content", "links"],
        .header: [
            "description", "required", "deprecated", "allowEmptyValue", "style", "explode", "allowReserved", "schema",
            "example", "examples", "content",
        ],
        .link: ["operationRef", "operationId", "parameters", "requestBody", "description", "server"],
        .tag: ["name", "summary", "description", "externalDocs", "parent", "kind"],
        .securityScheme: [
            "type", "description", "name", "in", "scheme", "bearerFormat", "flows", "openIdConnectUrl",
            "oauth2MetadataUrl",
            "deprecated",
        ],
        .oauthFlow: ["authorizationUrl", "deviceAuthorizationUrl", "tokenUrl", "refreshUrl", "scopes"],
        .example: ["summary", "description", "value", "externalValue", "dataValue", "serializedValue"],
        .discriminator: ["propertyName", "mapping", "defaultMapping"],
        .xml: ["nodeType", "name", "namespace", "prefix", "attribute", "wrapped"],
    ]

    /// The differences of Swagger 2.0.
    private static let swagger: [ObjectKind: Set<String>] = [
        .document: [
            "swagger", "info", "host", "basePath", "schemes", "consumes", "produces", "paths", "definitions",
            "parameters",
            "responses", "securityDefinitions", "security", "tags", "externalDocs",
        ],
        .pathItem: ["$ref", "get", "put", "post", "delete", "options", "head", "patch", "parameters"],
        .operation: [
            "tags", "summary", "description", "externalDocs", "operationId", "consumes", "produces", "parameters",
            "responses",
            "schemes", "deprecated", "security",
        ],
        .response: ["description", "schema", "headers", "examples"],
        .securityScheme: [
            "type", "description", "name", "in", "flow", "authorizationUrl", "tokenUrl", "scopes",
        ],
    ]
}
