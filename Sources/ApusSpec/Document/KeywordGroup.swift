internal import ApusSource

/// Keywords that few schemas have, stored outside of the schema.
final class KeywordGroup<Keywords: SchemaKeywordGroup>: Sendable {
    let keywords: Keywords

    /// nil where every keyword is absent.
    init?(_ keywords: Keywords) {
        if keywords.isEmpty { return nil }
        self.keywords = keywords
    }
}

protocol SchemaKeywordGroup: Sendable {
    /// Whether every keyword is absent.
    var isEmpty: Bool { get }
}

/// Keywords that contain other schemas, except compositions.
struct StructuralKeywords: SchemaKeywordGroup {
    let object: ObjectKeywords
    let array: ArrayKeywords
    let not: Schema?
    let conditional: ConditionalKeywords?
    let furtherConstraints: [Schema]
    let discriminator: Discriminator?

    init(_ parts: SchemaParts) {
        object = parts.object
        array = parts.array
        not = parts.not
        conditional = parts.conditional
        furtherConstraints = parts.furtherConstraints
        discriminator = parts.discriminator
    }

    var isEmpty: Bool {
        not == nil && conditional == nil && furtherConstraints.isEmpty && discriminator == nil && array.isEmpty
            && object.isEmpty
    }
}

/// Keywords whose values are JSON values.
struct ValueKeywords: SchemaKeywordGroup {
    let enumeration: [SourceNode]?
    let const: SourceNode?
    let defaultValue: SourceNode?
    let examples: [SourceNode]

    init(_ parts: SchemaParts) {
        enumeration = parts.enumeration
        const = parts.const
        defaultValue = parts.defaultValue
        examples = parts.examples
    }

    var isEmpty: Bool {
        enumeration == nil && const == nil && defaultValue == nil && examples.isEmpty
    }
}

/// Keywords that describe a value and its text.
struct AnnotationKeywords: SchemaKeywordGroup {
    let content: SchemaContent
    let xml: XMLObject?
    let title: String?
    let summary: String?
    let externalDocs: ExternalDocumentation?
    let extensions: Extensions
    let unknownKeywords: [String]

    init(_ parts: SchemaParts) {
        content = parts.content
        xml = parts.xml
        title = parts.title
        summary = parts.summary
        externalDocs = parts.externalDocs
        extensions = parts.extensions
        unknownKeywords = parts.unknownKeywords
    }

    var isEmpty: Bool {
        title == nil && summary == nil && xml == nil && externalDocs == nil && extensions.entries.isEmpty
            && unknownKeywords.isEmpty && content.isEmpty
    }
}
