/// Small edits of a document's tree: values get another shape, or move to another location.
public struct TreeMutation {
    private var random: Randomness

    public init(seed: UInt64) {
        random = Randomness(seed: seed)
    }

    /// The tree after one to four edits.
    public mutating func mutate(_ tree: TextTree) -> TextTree {
        var tree = tree
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            var position = Int.random(in: 0..<tree.count, using: &random)
            let donor = tree.node(at: Int.random(in: 0..<tree.count, using: &random))
            tree = edit(tree, at: &position, donor: donor ?? .null)
        }
        return tree
    }

    private mutating func edit(_ tree: TextTree, at position: inout Int, donor: TextTree) -> TextTree {
        position -= 1
        if position < 0 { return change(tree, donor: donor) }
        switch tree {
        case .array(var items):
            for index in items.indices where position >= 0 {
                let count = items[index].count
                if position < count {
                    items[index] = edit(items[index], at: &position, donor: donor)
                } else {
                    position -= count
                }
                if position < 0 { return .array(items) }
            }
            return .array(items)
        case .object(var members):
            for index in members.indices where position >= 0 {
                let count = members[index].value.count
                if position < count {
                    members[index].value = edit(members[index].value, at: &position, donor: donor)
                } else {
                    position -= count
                }
                if position < 0 { return .object(members) }
            }
            return .object(members)
        default: return tree
        }
    }

    private mutating func change(_ tree: TextTree, donor: TextTree) -> TextTree {
        switch UInt8.random(in: 0..<12, using: &random) {
        case 0: return donor
        case 1: return scalar()
        case 2: return .array([tree, donor])
        case 3: return .object([TextTree.Member(Self.keyword(&random), tree)])
        case 4: return .object([TextTree.Member("$ref", .string(reference()))])
        default: return rearrange(tree, donor: donor)
        }
    }

    /// Adds, removes, renames, doubles members and elements.
    private mutating func rearrange(_ tree: TextTree, donor: TextTree) -> TextTree {
        switch tree {
        case .object(var members):
            let position = members.indices.randomElement(using: &random)
            switch (UInt8.random(in: 0..<5, using: &random), position) {
            case (0, let position?): members.remove(at: position)
            case (1, let position?): members[position].key = Self.keyword(&random)
            case (2, let position?): members[position].value = donor
            case (3, let position?):
                members.append(TextTree.Member(members[position].key + "2", members[position].value))
            default: members.append(TextTree.Member(Self.keyword(&random), donor))
            }
            return .object(members)
        case .array(var items):
            if Bool.random(using: &random) || items.isEmpty { items.append(donor) } else { items.removeLast() }
            return .array(items)
        case .string(let text) where Bool.random(using: &random):
            return .string(text + (HostileText.all.randomElement(using: &random) ?? ""))
        default: return scalar()
        }
    }

    private mutating func scalar() -> TextTree {
        switch UInt8.random(in: 0..<5, using: &random) {
        case 0: .null
        case 1: .boolean(Bool.random(using: &random))
        case 2: .number(Self.numbers.randomElement(using: &random) ?? "0")
        case 3: .string(Self.keyword(&random))
        default: .string(HostileText.all.randomElement(using: &random) ?? "")
        }
    }

    private mutating func reference() -> String {
        let names = ["Pet", "Filter", "Result", "Base", "Child", "Event", "Nothing"]
        let tails = ["", "", "/properties/parent", "/items", "/oneOf/0", "/allOf/1"]
        return "#/components/schemas/" + (names.randomElement(using: &random) ?? "")
            + (tails.randomElement(using: &random) ?? "")
    }

    private static func keyword(_ random: inout Randomness) -> String {
        keywords.randomElement(using: &random) ?? ""
    }

    private static let numbers = [
        "0", "-0", "1", "-1", "1.5", "1e400", "-1e-400", "9223372036854775807", "9223372036854775808",
        "-9223372036854775809", "123456789012345678901234567890", "1E+2", "0.1", "2147483648", "5.0",
    ]

    private static let keywords = [
        "type", "properties", "items", "allOf", "oneOf", "anyOf", "not", "enum", "const", "default", "required",
        "additionalProperties", "patternProperties", "discriminator", "propertyName", "mapping", "nullable", "format",
        "readOnly", "writeOnly", "deprecated", "prefixItems", "unevaluatedProperties", "$ref", "$id", "$anchor",
        "$defs",
        "$dynamicRef", "if", "then", "xml", "example", "examples", "title", "description", "parameters", "in", "name",
        "style", "explode", "schema", "content", "headers", "responses", "requestBody", "callbacks", "security",
        "servers", "variables", "tags", "operationId", "get", "post", "200", "default", "4XX", "application/json",
        "text/event-stream", "multipart/form-data", "application/xml", "itemSchema", "encoding", "links", "string",
        "integer", "object", "array", "number", "boolean", "null", "date-time", "int32", "int64", "byte", "binary",
        "path", "query", "header", "cookie", "form", "deepObject", "matrix", "label", "x-enum-varnames", "minimum",
        "maxItems", "pattern", "contentEncoding", "base64", "components", "schemas", "webhooks", "swagger", "openapi",
    ]
}

extension TextTree {
    /// This value and all in it.
    var count: Int {
        switch self {
        case .array(let items): items.reduce(1) { $0 + $1.count }
        case .object(let members): members.reduce(1) { $0 + $1.value.count }
        default: 1
        }
    }

    /// Counted as ``count`` does, outer values before inner ones.
    func node(at position: Int) -> TextTree? {
        if position == 0 { return self }
        var position = position - 1
        let inner: [TextTree] =
            switch self {
            case .array(let items): items
            case .object(let members): members.map(\.value)
            default: []
            }
        for node in inner {
            let count = node.count
            if position < count { return node.node(at: position) }
            position -= count
        }
        return nil
    }
}
