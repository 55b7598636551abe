import Foundation
import Fuzzing
import TestSupport
import Testing

@testable import ApusSpec

/// Hostile text is inserted at every location where a specification has a text: the documents contain all of them, and
/// none is skipped.
struct TextPositionTests {
    private static let rounds = 4

    /// The table for the documents equals the reader's knowledge.
    @Test func grammarIsThatOfTheReader() {
        for grammar in DocumentGrammar.allCases {
            for kind in ObjectKind.allCases {
                // A parameter and a header of Swagger 2.0 are also schemas.
                if grammar == .swagger, kind == .parameter || kind == .header { continue }
                guard let fields = grammar.objects[kind.rawValue] else { continue }
                #expect(Set(fields.keys) == kind.keywords(isSwagger: grammar == .swagger), "\(kind) of \(grammar)")
            }
            let schema = grammar.objects["schema"] ?? [:]
            #expect(Set(schema.keys) == Set(SchemaRule.byKeyword.keys))
        }
        for kind in ObjectKind.allCases { #expect(DocumentGrammar.openAPI.objects[kind.rawValue] != nil) }
    }

    @Test(arguments: DocumentGrammar.allCases)
    func everyFieldHasItsText(grammar: DocumentGrammar) throws {
        let version: Set<SpecVersion> = grammar == .swagger ? .only2 : Set.all.subtracting(.only2)
        let foreign = SchemaRule.byKeyword.values.filter { rule in
            rule.versions.isDisjoint(with: version) && (grammar == .swagger || !rule.versions.isEmpty)
        }
        let absent = foreign.flatMap { ["schema.\($0.keyword)", "schema.\($0.keyword){}"] }
        var found: Set<String> = []
        for tree in try Self.trees where (tree["swagger"] != nil) == (grammar == .swagger) {
            found.formUnion(TextPositions(in: tree).fields)
        }
        let missing = TextPositions.all(in: grammar).subtracting(found).subtracting(absent).subtracting(
            grammar == .swagger ? Self.laterThanSwagger : [])
        #expect(missing.sorted() == [], "put one into a document of Tests/FuzzTests/Documents")
    }

    /// Fields of objects that both grammars share.
    private static let laterThanSwagger: Set<String> = [
        "info.summary", "license.identifier", "tag.summary", "tag.parent", "tag.kind", "xml.nodeType",
        "reference.summary",
        "reference.description",
    ]

    /// Extensions have no table: the names are read from the sources that ask for them.
    @Test func everyExtensionIsThere() throws {
        var found: Set<String> = []
        for tree in try Self.trees { found.formUnion(TextPositions(in: tree).extensions) }
        let missing = try Self.readExtensionNames().subtracting(found)
        #expect(missing.sorted() == [], "put one into a document of Tests/FuzzTests/Documents")
    }

    /// All keys, and all texts, are replaced by each kind of hostile text; the generated code keeps it in its location.
    @Test(arguments: Documents.names)
    func everyKindGoesEverywhere(document: String) throws {
        let tree = try #require(TextTree(parsing: try Documents.read(document)))
        let before = tree.texts
        for (index, kind) in HostileText.Kind.allCases.enumerated() {
            let texts = HostileText.texts(of: kind)
            var left = Set(before.indices.filter { !texts.contains(before[$0]) })
            for round in 0..<Self.rounds {
                let hostile = HostileDocument.make(
                    tree, seed: 3, round: round, of: Self.rounds, texts: texts)
                let after = hostile.texts
                try #require(after.count == before.count)
                left = left.filter { before[$0] == after[$0] }
                // Longer runs generate from each; ordinary ones from one of them.
                guard Documents.seconds != nil || round == index % Self.rounds else { continue }
                let client = try GeneratedClient.generate(Array(hostile.json.utf8))
                #expect(GeneratedCode.findProblems(in: client) == [], "\(document), \(kind), round \(round)")
            }
            #expect(left.map { before[$0] } == [], "\(document): no \(kind) came here")
        }
    }

    private static var trees: [TextTree] {
        get throws { try Documents.names.compactMap { TextTree(parsing: try Documents.read($0)) } }
    }

    private static func readExtensionNames() throws -> Set<String> {
        var names: Set<String> = []
        for module in ["ApusSpec", "ApusSchemas", "ApusLowering"] {
            let files = FileManager.default.enumerator(
                at: Repository.url(of: "Sources/" + module), includingPropertiesForKeys: nil)
            for file in files?.allObjects as? [URL] ?? [] where file.pathExtension == "swift" {
                let text = try String(contentsOf: file, encoding: .utf8)
                for match in text.matches(of: /"(x-[A-Za-z][A-Za-z-]*)"/) { names.insert(String(match.output.1)) }
            }
        }
        return names
    }
}
