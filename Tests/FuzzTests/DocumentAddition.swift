import Fuzzing

/// Adds one thing to a document, at a location that the seed chooses.
struct DocumentAddition {
    let tree: TextTree
    var random: Randomness

    init(_ tree: TextTree, seed: UInt64) {
        self.tree = tree
        random = Randomness(seed: seed)
    }

    /// The name of the addition, and the document with it; nil where the document has no location for it.
    mutating func make(_ step: Int) -> (what: String, tree: TextTree?) {
        switch step % 9 {
        case 0:
            ("a property", insert(into: "properties", .init("zz_probe", .object([.init("type", .string("string"))]))))
        case 1: ("an enum value", insertEnumValue())
        case 2: ("an operation", insert(into: "paths", operation(answering: nil)))
        case 3: ("an operation with a schema", insertOperationWithSchema())
        case 4: ("an operation with an inline schema", insert(into: "paths", operation(answering: Self.schema)))
        case 5: ("a property with a schema", insert(into: "properties", .init("zz_probe", Self.schema)))
        case 6: ("an operation with a tag", insertOperationWithTag())
        case 7: ("three operations with the failures of another", insertOperationsWithFailuresOfAnother())
        default: ("three operations that share failures and headers", insertOperationsThatShare())
        }
    }

    var isSwagger: Bool { tree["swagger"] != nil }

    /// An object and an enum, of which the document may have the like already.
    private static let schema = TextTree.object([
        .init("type", .string("object")),
        .init(
            "properties",
            .object([
                .init("zz_probe", .object([.init("type", .string("string"))])),
                .init(
                    "status",
                    .object([
                        .init("type", .string("string")),
                        .init("enum", .array([.string("active"), .string("inactive")])),
                    ])),
            ])),
    ])

    private func operation(answering schema: TextTree?, tag: String? = nil) -> TextTree.Member {
        let answer: [TextTree.Member] = [.init("description", .string("OK"))]
        let described = schema.map { TextTree.Member("schema", $0) }
        let content = described.map { member -> TextTree.Member in
            isSwagger ? member : .init("content", .object([.init("application/json", .object([member]))]))
        }
        let tags = tag.map { [TextTree.Member("tags", .array([.string($0)]))] } ?? []
        let get = TextTree.object(
            tags + [
                .init("operationId", .string("zzProbe")),
                .init("responses", .object([.init("200", .object(answer + [content].compactMap(\.self)))])),
            ])
        return .init("/zz-probe", .object([.init("get", get)]))
    }

    private mutating func insertOperationWithSchema() -> TextTree? {
        let key = isSwagger ? "definitions" : "schemas"
        guard (isSwagger ? tree : tree["components"])?[key] != nil else { return nil }
        guard let withSchema = insert(into: key, .init("ZzProbe", Self.schema)) else { return nil }
        var other = DocumentAddition(withSchema, seed: random.next())
        let pointer = isSwagger ? "#/definitions/ZzProbe" : "#/components/schemas/ZzProbe"
        return other.insert(into: "paths", other.operation(answering: .object([.init("$ref", .string(pointer))])))
    }

    /// An operation beside others of a tag.
    private mutating func insertOperationWithTag() -> TextTree? {
        guard case .object(let paths)? = tree["paths"] else { return nil }
        let operations = paths.flatMap { path -> [TextTree] in
            if case .object(let members) = path.value { members.map(\.value) } else { [] }
        }
        let tags = operations.compactMap { operation -> String? in
            if case .array(let tags)? = operation["tags"] { tags.first?.text } else { nil }
        }
        guard !tags.isEmpty else { return nil }
        let tag = tags[Int.random(in: 0..<tags.count, using: &random)]
        return insert(into: "paths", operation(answering: nil, tag: tag))
    }

    private mutating func insertEnumValue() -> TextTree? {
        edit(where: { owner, key, value in
            guard key == "enum", case .array(let values) = value, owner["type"]?.text == "string" else { return false }
            return values.count > 1
        }) { value, random in
            guard case .array(var values) = value else { return value }
            values.insert(.string("zz_probe"), at: Int.random(in: 0...values.count, using: &random))
            return .array(values)
        }
    }

    private mutating func insert(into key: String, _ member: TextTree.Member) -> TextTree? {
        let components = tree["components"]
        return edit(where: { owner, name, value in
            guard name == key, case .object = value else { return false }
            // Members of schemas may be called so, too.
            switch key {
            case "properties": return owner["type"]?.text == "object" && value["zz_probe"] == nil
            case "schemas": return owner == components
            default: return owner["openapi"] != nil || owner["swagger"] != nil
            }
        }) { value, random in
            guard case .object(var members) = value else { return value }
            members.insert(member, at: Int.random(in: 0...members.count, using: &random))
            return .object(members)
        }
    }

    /// Changes one of the members that are wanted.
    private mutating func edit(
        where isWanted: (_ owner: TextTree, _ key: String, _ value: TextTree) -> Bool,
        _ change: (TextTree, inout Randomness) -> TextTree
    ) -> TextTree? {
        var count = 0
        _ = walk(tree, isWanted) { value in
            count += 1
            return value
        }
        guard count > 0 else { return nil }
        var left = Int.random(in: 0..<count, using: &random)
        var random = random
        let result = walk(tree, isWanted) { value in
            defer { left -= 1 }
            return left == 0 ? change(value, &random) : value
        }
        self.random = random
        return result
    }

    private func walk(
        _ tree: TextTree, _ isWanted: (TextTree, String, TextTree) -> Bool, _ visit: (TextTree) -> TextTree
    ) -> TextTree {
        switch tree {
        case .array(let items): return .array(items.map { walk($0, isWanted, visit) })
        case .object(let members):
            return .object(
                members.map { member in
                    // The values of examples are no part of any declaration.
                    if ["example", "examples", "default", "const"].contains(member.key) { return member }
                    let value = walk(member.value, isWanted, visit)
                    return .init(member.key, isWanted(tree, member.key, member.value) ? visit(value) : value)
                })
        default: return tree
        }
    }
}
