public import ApusSource

/// Keywords about the members of an object (JSON Schema 2020-12, sections 10.3.2 and 6.5).
public struct ObjectKeywords: Sendable {
    /// In the order of the file.
    public var properties: [Property] = []
    public var required: [String] = []
    /// The locations of the names in ``required``, in the same order; empty where they are not written.
    public var requiredMarks: [SourceMark] = []
    public var additionalProperties: AdditionalProperties?
    public var patternProperties: [Property] = []
    public var propertyNames: Schema?
    public var unevaluatedProperties: AdditionalProperties?
    public var dependentRequired: [DependentRequired] = []
    public var dependentSchemas: [Property] = []

    public init() {}

    var isEmpty: Bool {
        properties.isEmpty && required.isEmpty && additionalProperties == nil && patternProperties.isEmpty
            && propertyNames == nil && unevaluatedProperties == nil && dependentRequired.isEmpty
            && dependentSchemas.isEmpty
    }

    /// A name, or under `patternProperties` a regular expression, with its schema.
    public struct Property: Sendable {
        public var name: String
        public var schema: Schema
        public var mark: SourceMark

        public init(name: String, schema: Schema, mark: SourceMark) {
            self.name = name
            self.schema = schema
            self.mark = mark
        }
    }

    public struct DependentRequired: Sendable {
        public var name: String
        public var required: [String]

        public init(name: String, required: [String]) {
            self.name = name
            self.required = required
        }
    }
}

public enum AdditionalProperties: Sendable {
    case allowed
    case forbidden
    case schema(Schema)
}

/// Keywords about the members of an array (JSON Schema 2020-12, sections 10.3.1 and 6.4).
public struct ArrayKeywords: Sendable {
    public var items: Schema?
    /// `items: false`: no elements after ``prefixItems``.
    public var allowsNoFurtherItems = false
    /// Also the `items` array of dialects before 2020-12.
    public var prefixItems: [Schema] = []
    public var contains: Schema?
    public var unevaluatedItems: Schema?

    public init() {}

    var isEmpty: Bool {
        items == nil && !allowsNoFurtherItems && prefixItems.isEmpty && contains == nil && unevaluatedItems == nil
    }
}

/// Limits that `validate()` checks and documentation states; they never affect a type.
public struct LimitKeywords: Sendable, SchemaKeywordGroup {
    public var multipleOf: SourceNumber?
    public var minimum: SourceNumber?
    public var maximum: SourceNumber?
    public var exclusiveMinimum: SourceNumber?
    public var exclusiveMaximum: SourceNumber?
    public var minLength: Int?
    public var maxLength: Int?
    public var pattern: String?
    public var minItems: Int?
    public var maxItems: Int?
    public var uniqueItems = false
    public var minContains: Int?
    public var maxContains: Int?
    public var minProperties: Int?
    public var maxProperties: Int?
    /// For merged schemas: patterns and multiples in addition to ``pattern`` and ``multipleOf``, which no single
    /// keyword can express.
    public var furtherPatterns: [String] = []
    public var furtherMultiples: [SourceNumber] = []

    public init() {}

    public var patterns: [String] { (pattern.map { [$0] } ?? []) + furtherPatterns }
    public var multiples: [SourceNumber] { (multipleOf.map { [$0] } ?? []) + furtherMultiples }

    /// Whether there are no limits.
    public var isEmpty: Bool {
        multipleOf == nil && minimum == nil && maximum == nil && exclusiveMinimum == nil && exclusiveMaximum == nil
            && minLength == nil && maxLength == nil && pattern == nil && minItems == nil && maxItems == nil
            && !uniqueItems && minContains == nil && maxContains == nil && minProperties == nil && maxProperties == nil
            && furtherPatterns.isEmpty && furtherMultiples.isEmpty
    }
}

/// `contentEncoding`, `contentMediaType` and `contentSchema`.
public struct SchemaContent: Sendable {
    public var encoding: String?
    public var mediaType: String?
    public var schema: Schema?

    public init() {}

    var isEmpty: Bool { encoding == nil && mediaType == nil && schema == nil }
}

public struct ConditionalKeywords: Sendable {
    public var condition: Schema
    public var then: Schema?
    public var otherwise: Schema?

    public init(condition: Schema, then: Schema?, otherwise: Schema?) {
        self.condition = condition
        self.then = then
        self.otherwise = otherwise
    }
}

/// Discriminator Object; Swagger 2.0's string form is read as one without a mapping.
public struct Discriminator: Sendable {
    public var propertyName: String
    public var mapping: [Mapping]
    /// 3.2 `defaultMapping`.
    public var defaultMapping: Mapping?
    public var mark: SourceMark

    public init(propertyName: String, mapping: [Mapping], mark: SourceMark) {
        self.propertyName = propertyName
        self.mapping = mapping
        self.mark = mark
    }

    public struct Mapping: Sendable {
        public var value: String
        /// The schema that a pointer, a file or a bare component name refers to; nil for a missing target (reported).
        public var target: SchemaID?
        public var targetText: String

        public init(value: String, target: SchemaID?, targetText: String) {
            self.value = value
            self.target = target
            self.targetText = targetText
        }
    }
}

/// XML Object; `nodeType` (3.2) represents the older `attribute` and `wrapped`.
public struct XMLObject: Sendable {
    public enum NodeType: String, Sendable { case element, attribute, text, cdata, none }

    public var name: String?
    public var namespace: String?
    public var prefix: String?
    public var nodeType: NodeType?
    /// nil: not declared.
    public var wrapped: Bool?

    public init() {}

    public var isWrapped: Bool { wrapped ?? false }

    /// This object's keywords, completed by the other's.
    public func completed(by other: XMLObject?) -> XMLObject {
        guard let other else { return self }
        var both = self
        both.name = name ?? other.name
        both.namespace = namespace ?? other.namespace
        both.prefix = prefix ?? other.prefix
        both.nodeType = nodeType ?? other.nodeType
        both.wrapped = wrapped ?? other.wrapped
        return both
    }
}
