import ApusEmission
import Foundation
import Fuzzing
import Testing

/// A document that changes a little changes little: files that have nothing to do with the change stay as they are, byte for byte.
struct QuietRegenerationTests {
    /// The vendors' documents, those of the fuzzers, and the public ones beside the checkout.
    static let documents: [String] = {
        let root = Documents.folder.deletingLastPathComponent().deletingLastPathComponent()
        let own = Documents.names.map { Documents.folder.appending(path: "Documents/" + $0) }
        let vendors = ["salescaptain", "chatcaptain", "salesmsg", "developer-api"].flatMap { vendor in
            ["openapi.yaml", "openapi.json", "swagger.json"].map { root.appending(path: "specs/\(vendor)/\($0)") }
        }
        return (own + vendors).map(\.path).filter { FileManager.default.fileExists(atPath: $0) }
    }()

    @Test(arguments: documents)
    func formDoesNotMatter(document: String) throws {
        let bytes = try read(document)
        let tree = try #require(TextTree(parsing: bytes))
        let swift = try generate(bytes)
        #expect(swift.count > 3)
        #expect(differences(swift, try generate(Array("# a comment\n\n".utf8) + bytes)) == [], "a comment")
        #expect(differences(swift, try generate(Array(tree.json.utf8))) == [], "JSON, spaced otherwise")
    }

    @Test(arguments: documents)
    func additionsChangeWhatMentionsThem(document: String) throws {
        let tree = try #require(TextTree(parsing: try read(document)))
        let before = try generate(Array(tree.json.utf8))
        var addition = Addition(tree, seed: 11)
        for step in 0..<18 {
            let (what, edited) = addition.make(step)
            guard let edited else { continue }
            let after = try generate(Array(edited.json.utf8))
            // A type that operations share has a file of its own, which may be new.
            let strangers = differences(before, after).filter { before[$0] != nil && !mentionsProbe(after[$0] ?? "") }
            let new = Set(after.keys).subtracting(before.keys).filter { !mentionsProbe(after[$0] ?? "") }
            #expect(new.allSatisfy { $0.hasPrefix("Failures/") }, "\(what) in \(document), step \(step)")
            let lines = strangers.prefix(3).map { firstDifference(before[$0] ?? "", after[$0] ?? "") }
            #expect(strangers == [], "\(what) in \(document), step \(step): \(lines)")
        }
    }

    private func read(_ document: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: document)))
    }

    private func generate(_ bytes: [UInt8]) throws -> [String: String] {
        let files = try GeneratedClient.generate(bytes).files.filter { $0.path.hasSuffix(".swift") }
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, withoutBoxes($0.contents)) })
    }

    /// A type that grows wide is kept outside of what holds it, which says so: the words that may change elsewhere.
    private func withoutBoxes(_ text: String) -> String {
        text.replacing(/@\w*Indirect |\bindirect (?=case)/, with: "")
            .replacing(/_(?<name>\w+) = \.init\((?<value>.*)\)/) { "\($0.output.name) = \($0.output.value)" }
            .replacing(/\b_(?<name>\w+)\.place\b/) { "\($0.output.name)" }
    }

    private func mentionsProbe(_ text: String) -> Bool {
        text.lowercased().replacing("_", with: "").contains("zzprobe")
    }

    private func firstDifference(_ left: String, _ right: String) -> String {
        let (left, right) = (left.split(separator: "\n"), right.split(separator: "\n"))
        let place = zip(left, right).prefix { $0 == $1 }.count
        return "\(left.dropFirst(place).first ?? "") became \(right.dropFirst(place).first ?? "")"
    }

    private func differences(_ left: [String: String], _ right: [String: String]) -> [String] {
        Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
    }
}

/// Adds one thing to a document, at a place that the seed chooses.
private struct Addition {
    private let tree: TextTree
    private var random: Randomness

    init(_ tree: TextTree, seed: UInt64) {
        self.tree = tree
        random = Randomness(seed: seed)
    }

    /// What was added, and the document with it; nil where it has no place for that.
    mutating func make(_ step: Int) -> (what: String, tree: TextTree?) {
        switch step % 6 {
        case 0:
            ("a property", insert(into: "properties", .init("zz_probe", .object([.init("type", .string("string"))]))))
        case 1: ("an enum value", insertEnumValue())
        case 2: ("an operation", insert(into: "paths", operation(answering: nil)))
        case 3: ("an operation with a schema", insertOperationWithSchema())
        case 4: ("three operations with the failures of another", insertOperationsWithFailuresOfAnother())
        default: ("three operations that share failures and headers", insertOperationsThatShare())
        }
    }

    /// Statuses, bodies and headers as some operation has them, in front of all.
    private mutating func insertOperationsWithFailuresOfAnother() -> TextTree? {
        let operations = members(of: tree["paths"]).flatMap { members(of: $0.value) }
        let failing = operations.map { operation in
            members(of: operation.value["responses"]).filter { $0.key.first == "4" || $0.key == "default" }
        }.filter { !$0.isEmpty }
        guard let failures = failing.randomElement(using: &random) else { return nil }
        return insertOperations(with: failures)
    }

    private mutating func insertOperationsThatShare() -> TextTree? {
        let type: [TextTree.Member] = [.init("type", .string("integer"))]
        let header = TextTree.object(tree["swagger"] == nil ? [.init("schema", .object(type))] : type)
        let answer = TextTree.object([
            .init("description", .string("Anything")), .init("headers", .object([.init("X-Quiet-Limit", header)])),
        ])
        return insertOperations(with: [.init("404", answer), .init("418", answer)])
    }

    private func insertOperations(with failures: [TextTree.Member]) -> TextTree? {
        guard case .object(let members) = tree else { return nil }
        let ok = TextTree.Member("200", .object([.init("description", .string("OK"))]))
        let added = ["One", "Two", "Three"].map { name -> TextTree.Member in
            let post = TextTree.object([
                .init("operationId", .string("zzProbe\(name)")), .init("responses", .object([ok] + failures)),
            ])
            return .init("/zz-probe-\(name)", .object([.init("post", post)]))
        }
        return .object(
            members.map { member in
                guard member.key == "paths", case .object(let paths) = member.value else { return member }
                return .init("paths", .object(added + paths))
            })
    }

    private func members(of tree: TextTree?) -> [TextTree.Member] {
        if case .object(let members) = tree { members } else { [] }
    }

    private func operation(answering schema: String?) -> TextTree.Member {
        let answer: [TextTree.Member] = [.init("description", .string("OK"))]
        let media = schema.map { TextTree.object([.init("schema", .object([.init("$ref", .string($0))]))]) }
        let content = media.map { [TextTree.Member("content", .object([.init("application/json", $0)]))] } ?? []
        let get = TextTree.object([
            .init("operationId", .string("zzProbe")),
            .init("responses", .object([.init("200", .object(answer + content))])),
        ])
        return .init("/zz-probe", .object([.init("get", get)]))
    }

    private mutating func insertOperationWithSchema() -> TextTree? {
        guard tree["components"]?["schemas"] != nil else { return nil }
        let schema = TextTree.object([
            .init("type", .string("object")),
            .init("properties", .object([.init("zz_probe", .object([.init("type", .string("string"))]))])),
        ])
        guard let withSchema = insert(into: "schemas", .init("ZzProbe", schema)) else { return nil }
        var other = Addition(withSchema, seed: random.next())
        return other.insert(into: "paths", operation(answering: "#/components/schemas/ZzProbe"))
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
        edit(where: { owner, name, value in
            guard name == key, case .object = value else { return false }
            return key != "properties" || owner["type"]?.text == "object" && owner["zz_probe"] == nil
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
                    // What examples hold is no part of any declaration.
                    if ["example", "examples", "default", "const"].contains(member.key) { return member }
                    let value = walk(member.value, isWanted, visit)
                    return .init(member.key, isWanted(tree, member.key, member.value) ? visit(value) : value)
                })
        default: return tree
        }
    }
}
