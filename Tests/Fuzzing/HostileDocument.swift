/// Inserts hostile text at every text location of a document, including keys.
///
/// Free texts (names, prose, examples, enum values) are all mutated at once; names stay consistent, so that references
/// still resolve. Texts with a meaning (keywords, `type`, `in`, `$ref`) are mutated in turn over the rounds, so that
/// the rest of the document can be generated.
public struct HostileDocument {
    private let seed: UInt64
    private let round: Int
    private let rounds: Int
    private let texts: [String]
    private var counter = 0

    /// - Parameters:
    ///   - round: From 0 to below `rounds`; locations with a meaning are distributed over the rounds.
    ///   - texts: The texts to insert.
    public static func make(
        _ tree: TextTree, seed: UInt64, round: Int, of rounds: Int, texts: [String] = HostileText.all
    ) -> TextTree {
        var mutation = HostileDocument(seed: seed, round: round, rounds: rounds, texts: texts)
        return mutation.mutate(tree, key: "", owner: .null)
    }

    private init(seed: UInt64, round: Int, rounds: Int, texts: [String]) {
        self.seed = seed
        self.round = round
        self.rounds = rounds
        self.texts = texts
    }

    /// Keys whose objects have names of the author's as their keys.
    private static let named: Set<String> = [
        "properties", "patternProperties", "schemas", "definitions", "$defs", "parameters", "requestBodies", "headers",
        "examples", "securitySchemes", "securityDefinitions", "links", "callbacks", "pathItems", "mediaTypes",
        "webhooks", "variables", "mapping", "scopes", "encoding", "dependentSchemas", "dependentRequired",
        "additionalOperations",
    ]
    /// Keys whose values are data of the author's.
    private static let data: Set<String> = ["example", "value", "dataValue", "x-data"]
    /// Keys whose texts have a meaning.
    private static let meaningful: Set<String> = [
        "type", "in", "$ref", "style", "format", "openapi", "swagger", "collectionFormat", "scheme", "url", "host",
        "basePath", "contentEncoding", "contentMediaType", "pattern", "tokenUrl", "authorizationUrl", "refreshUrl",
        "openIdConnectUrl", "deviceAuthorizationUrl", "operationRef", "$id", "$anchor", "$dynamicAnchor", "$dynamicRef",
        "$self", "jsonSchemaDialect", "contentType", "flow", "schemes", "consumes", "produces", "nodeType",
    ]

    private mutating func mutate(_ tree: TextTree, key: String, owner: TextTree) -> TextTree {
        switch tree {
        case .object(let members):
            return .object(members.map { mutate($0, under: key, object: tree) })
        case .array(let items):
            return .array(items.map { mutate($0, key: key, owner: owner) })
        case .string(let text):
            return .string(mutate(text, key: key, owner: owner))
        case .null, .boolean, .number:
            return tree
        }
    }

    private mutating func mutate(_ member: TextTree.Member, under key: String, object: TextTree) -> TextTree.Member {
        if Self.data.contains(member.key) || member.key.hasPrefix("x-") {
            let prefix = member.key.hasPrefix("x-") ? "x-" : ""
            let key = isDue() ? prefix + pick(member.key) : member.key
            return TextTree.Member(key, spoil(member.value, purpose: member.key))
        }
        let name = rename(member.key, under: key)
        if name != member.key { return TextTree.Member(name, mutate(member.value, key: "", owner: object)) }
        let isDue = isDue()
        return TextTree.Member(
            isDue ? pick(member.key) : member.key, mutate(member.value, key: member.key, owner: object))
    }

    /// A name of the author's, the same wherever it is used; keywords stay.
    private func rename(_ name: String, under key: String) -> String {
        switch key {
        case "properties": return hostile(name, "property")
        case "security": return hostile(name, "securitySchemes")
        case "securityDefinitions": return hostile(name, "securitySchemes")
        case "paths": return name.hasPrefix("/") ? renamePath(name) : name
        case "responses" where name.first?.isNumber == true || name == "default": return name
        case "responses": return hostile(name, key)
        case _ where Self.named.contains(key): return hostile(name, key)
        default: return name
        }
    }

    /// `/pets/{id}` → hostile parameters as they are named elsewhere, and a hostile tail.
    private func renamePath(_ path: String) -> String {
        var result = ""
        for (position, part) in path.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
            guard position > 0, let end = part.firstIndex(of: "}") else {
                result += part
                continue
            }
            result += "{" + hostile(String(part[..<end]), "parameter") + "}" + part[part.index(after: end)...]
        }
        return result + "/" + hostile("tail", path)
    }

    private mutating func mutate(_ text: String, key: String, owner: TextTree) -> String {
        switch key {
        case "$ref" where text.hasPrefix("#/"): return isDue() ? pick(text) : renamePointer(text)
        case "required", "propertyName": return hostile(text, "property")
        case "tags": return hostile(text, "tag")
        case "enum", "const", "default": return hostile(text, "value")
        case "name" where owner["in"] != nil: return hostile(text, "parameter")
        case "name" where owner["url"] == nil && owner["namespace"] == nil: return hostile(text, "tag")
        case _ where Self.meaningful.contains(key): return isDue() ? pick(text) : text
        default: return isDue() ? hostile(text, key) : hostile(text, key + text)
        }
    }

    /// `#/components/schemas/Pet` after the names in it have changed.
    private func renamePointer(_ text: String) -> String {
        var key = ""
        var result = "#"
        for token in text.dropFirst(2).split(separator: "/", omittingEmptySubsequences: false) {
            let plain = String(token.replacing("~1", with: "/").replacing("~0", with: "~"))
            let name = TextTree.asRead(rename(plain, under: key))
            result += "/"
            for byte in name.replacing("~", with: "~0").replacing("/", with: "~1").utf8 { result += encode(byte) }
            key = name == plain ? plain : ""
        }
        return result
    }

    private func encode(_ byte: UInt8) -> String {
        byte > 0x20 && byte < 0x7F && byte != 0x25 ? String(UnicodeScalar(byte)) : percent(byte)
    }

    private func percent(_ byte: UInt8) -> String {
        "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }

    /// All texts of a value, keys too.
    private func spoil(_ tree: TextTree, purpose: String) -> TextTree {
        switch tree {
        case .object(let members):
            .object(
                members.map { TextTree.Member(hostile($0.key, "data"), spoil($0.value, purpose: purpose + $0.key)) })
        case .array(let items): .array(items.map { spoil($0, purpose: purpose) })
        case .string(let text): .string(hostile(text, purpose))
        case .null, .boolean, .number: tree
        }
    }

    /// The text with hostile one before, behind or around it: names that differ stay different.
    private func hostile(_ text: String, _ role: String) -> String {
        var random = Randomness(seed: seed, purpose: role + "\0" + text)
        let payload = texts.randomElement(using: &random) ?? ""
        return switch UInt8.random(in: 0..<4, using: &random) {
        case 0: payload + text
        case 1: text + payload
        case 2: payload + text + payload
        default: text + payload + (texts.randomElement(using: &random) ?? "")
        }
    }

    /// Hostile text instead of a text with a meaning.
    private func pick(_ text: String) -> String {
        var random = Randomness(seed: seed, purpose: "\(counter)" + text)
        return texts.randomElement(using: &random) ?? ""
    }

    private mutating func isDue() -> Bool {
        counter += 1
        return counter % rounds == round
    }
}
