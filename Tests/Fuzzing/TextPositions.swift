/// The text locations of a document, by the objects of its grammar: `parameter.name`, `schema.properties{}` for the
/// keys of a map.
public struct TextPositions {
    private let grammar: [String: [String: DocumentGrammar.Shape]]
    /// Fixed fields with a text in or below them.
    public private(set) var fields: Set<String> = []
    /// Keys that begin with `x-`, of any object.
    public private(set) var extensions: Set<String> = []
    private var owners: [String] = []

    public init(in tree: TextTree) {
        grammar = (tree["swagger"] == nil ? DocumentGrammar.openAPI : .swagger).objects
        walk(tree, as: .object("document"), at: nil)
    }

    /// Every position that a grammar has, flags left out.
    public static func all(in grammar: DocumentGrammar) -> Set<String> {
        var positions: Set<String> = []
        for (object, fields) in grammar.objects {
            for (field, shape) in fields {
                switch shape {
                case .flag: continue
                case .map(.flag): positions.insert("\(object).\(field){}")
                case .map: positions.formUnion(["\(object).\(field)", "\(object).\(field){}"])
                default: positions.insert("\(object).\(field)")
                }
            }
        }
        return positions
    }

    private mutating func walk(_ tree: TextTree, as shape: DocumentGrammar.Shape, at position: String?) {
        if let position { owners.append(position) }
        defer { if position != nil { owners.removeLast() } }
        switch (shape, tree) {
        case (.flag, _), (_, .null), (_, .boolean), (_, .number): return
        case (_, .string): fields.formUnion(owners)
        case (.text, _), (.data, _):
            if !tree.texts.isEmpty { fields.formUnion(owners) }
        case (.list(let inner), .array(let items)), (let inner, .array(let items)):
            for item in items { walk(item, as: inner, at: nil) }
        case (.list(let inner), .object): walk(tree, as: inner, at: nil)
        case (.map(let inner), .object(let members)):
            if let position = owners.last, !members.isEmpty { fields.formUnion(owners + [position + "{}"]) }
            for member in members { walk(member.value, as: inner, at: nil) }
        case (.object(let name), .object(let members)): walk(members, of: name)
        }
    }

    private mutating func walk(_ members: [TextTree.Member], of name: String) {
        let isReference = name != "schema" && name != "pathItem" && members.contains { $0.key == "$ref" }
        let object = isReference ? "reference" : name
        for member in members {
            if member.key.hasPrefix("x-") { extensions.insert(member.key) }
            if let shape = grammar[object]?[member.key] {
                walk(member.value, as: shape, at: object + "." + member.key)
            }
        }
    }
}
