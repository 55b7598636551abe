/// The grammar of documents: the objects of the specifications with their fixed fields.
///
/// One line for each object. A field is a text (or a list of texts) unless a shape follows its name: `flag` contains no
/// text, `data` is any value, `[…]` is a list, `{…}` a map with arbitrary keys, and every other word is an object of
/// this table.
public enum DocumentGrammar: String, CaseIterable, Sendable {
    case openAPI, swagger

    /// By object, then by field.
    public var objects: [String: [String: Shape]] {
        switch self {
        case .openAPI: Self.parsedOpenAPI
        case .swagger: Self.parsedSwagger
        }
    }

    public indirect enum Shape: Sendable {
        case text, data, flag
        case object(String)
        case list(Shape)
        case map(Shape)

        init(_ word: Substring) {
            switch (word.first, word) {
            case ("[", _): self = .list(Shape(word.dropFirst().dropLast()))
            case ("{", _): self = .map(Shape(word.dropFirst().dropLast()))
            case (_, "text"): self = .text
            case (_, "data"): self = .data
            case (_, "flag"): self = .flag
            default: self = .object(String(word))
            }
        }
    }

    private static let parsedOpenAPI = parse(common + openAPIObjects)
    private static let parsedSwagger = parse(common + swaggerObjects)

    private static func parse(_ table: String) -> [String: [String: Shape]] {
        var objects: [String: [String: Shape]] = [:]
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ")
            for word in words.dropFirst() {
                let parts = word.split(separator: ":", maxSplits: 1)
                objects[String(words[0]), default: [:]][String(parts[0])] = parts.count > 1 ? Shape(parts[1]) : .text
            }
        }
        return objects
    }

    private static let common = """
        info title summary description termsOfService contact:contact license:license version
        contact name url email
        license name identifier url
        externalDocs description url
        tag name summary description externalDocs:externalDocs parent kind
        xml nodeType name namespace prefix attribute:flag wrapped:flag
        reference $ref summary description
        schema $ref $dynamicRef $recursiveRef $recursiveAnchor:flag $schema $vocabulary:{flag} $id $anchor $dynamicAnchor
        schema $comment $defs:{schema} definitions:{schema} id title summary description deprecated:flag readOnly:flag
        schema writeOnly:flag externalDocs:externalDocs example:data x-example:data examples:data xml:xml
        schema discriminator:discriminator type format nullable:flag x-nullable:flag enum:data const:data default:data
        schema collectionFormat contentEncoding contentMediaType contentSchema:schema multipleOf:flag minimum:flag
        schema maximum:flag exclusiveMinimum:flag exclusiveMaximum:flag minLength:flag maxLength:flag pattern minItems:flag
        schema maxItems:flag uniqueItems:flag minContains:flag maxContains:flag minProperties:flag maxProperties:flag
        schema items:schema prefixItems:[schema] additionalItems:schema contains:schema unevaluatedItems:schema
        schema properties:{schema} required additionalProperties:schema patternProperties:{schema}
        schema x-patternProperties:{schema} propertyNames:schema unevaluatedProperties:schema dependentRequired:{text}
        schema dependentSchemas:{schema} dependencies:{schema} allOf:[schema] anyOf:[schema] oneOf:[schema]
        schema x-oneOf:[schema] x-anyOf:[schema] not:schema if:schema then:schema else:schema

        """

    private static let openAPIObjects = """
        document openapi $self info:info jsonSchemaDialect servers:[server] paths:{pathItem} webhooks:{pathItem}
        document components:components security:[{text}] tags:[tag] externalDocs:externalDocs
        server url name description variables:{serverVariable}
        serverVariable enum default description
        components schemas:{schema} responses:{response} parameters:{parameter} examples:{example} requestBodies:{requestBody}
        components headers:{header} securitySchemes:{securityScheme} links:{link} callbacks:{{pathItem}} pathItems:{pathItem}
        components mediaTypes:{mediaType}
        pathItem $ref summary description servers:[server] parameters:[parameter] additionalOperations:{operation}
        pathItem get:operation put:operation post:operation delete:operation options:operation head:operation
        pathItem patch:operation trace:operation query:operation
        operation tags summary description externalDocs:externalDocs operationId parameters:[parameter]
        operation requestBody:requestBody responses:{response} callbacks:{{pathItem}} deprecated:flag security:[{text}]
        operation servers:[server]
        parameter name in description required:flag deprecated:flag allowEmptyValue:flag style explode:flag
        parameter allowReserved:flag schema:schema example:data examples:{example} content:{mediaType}
        requestBody description content:{mediaType} required:flag
        mediaType schema:schema itemSchema:schema example:data examples:{example} encoding:{encoding}
        mediaType prefixEncoding:[encoding] itemEncoding:encoding description
        encoding contentType headers:{header} style explode:flag allowReserved:flag encoding:{encoding}
        encoding prefixEncoding:[encoding] itemEncoding:encoding
        response summary description headers:{header} content:{mediaType} links:{link}
        header description required:flag deprecated:flag allowEmptyValue:flag style explode:flag allowReserved:flag
        header schema:schema example:data examples:{example} content:{mediaType}
        link operationRef operationId parameters:{data} requestBody:data description server:server
        securityScheme type description name in scheme bearerFormat flows:{oauthFlow} openIdConnectUrl oauth2MetadataUrl
        securityScheme deprecated:flag
        oauthFlow authorizationUrl deviceAuthorizationUrl tokenUrl refreshUrl scopes:{text}
        example summary description value:data externalValue dataValue:data serializedValue
        discriminator propertyName mapping:{text} defaultMapping
        """

    private static let swaggerObjects = """
        document swagger info:info host basePath schemes consumes produces paths:{pathItem} definitions:{schema}
        document parameters:{parameter} responses:{response} securityDefinitions:{securityScheme} security:[{text}]
        document tags:[tag] externalDocs:externalDocs
        pathItem $ref get:operation put:operation post:operation delete:operation options:operation head:operation
        pathItem patch:operation parameters:[parameter]
        operation tags summary description externalDocs:externalDocs operationId consumes produces parameters:[parameter]
        operation responses:{response} schemes deprecated:flag security:[{text}]
        parameter name in description required:flag schema:schema type format allowEmptyValue:flag items:schema
        parameter collectionFormat default:data enum:data pattern x-example:data x-examples:{data}
        response description schema:schema headers:{header} examples:{data}
        header description type format items:schema collectionFormat default:data enum:data pattern
        securityScheme type description name in flow authorizationUrl tokenUrl scopes:{text}
        """
}
