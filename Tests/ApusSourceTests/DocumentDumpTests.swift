import ApusSource
import TestSupport
import Testing

/// A tree that is printed as YAML or JSON and read again is the same tree.
struct DocumentDumpTests {
    private func read(_ text: String, _ path: String) throws -> SourceNode {
        let files = SourceFiles()
        return try files.parse(files.add(path: path, bytes: Array(text.utf8)))
    }

    @Test(arguments: [
        "{}", "[]", "null", "a: ''", "- - a\n  - [b, [c], {}]\n- d: []", "a: |\n  one\n\n  two\n",
        "a: |-\n  one\n  two",
        "a: 'true'", "a: 'null'", "a: '~'", "a: '1.0'", "a: '0x1F'", "a: 'yes'", "a: ' x '", "a: \"tab\\tnul\\u0001\"",
        "a: '- b'", "a: 'b: c'", "a: '# b'", "a: '*b'", "a: '&b'", "'a: b': 1", "'': 1", "a: \"\\u202E\"", "a: '🐈'",
        "a: \"one\\n two\\n\\n\"", "a: \"x \\ny\"", "a: \"\\n\"", "a: -1.5e3", "a: 9007199254740993", "a: '!x'",
        "a: '%x'",
        "a: '---'", "'<<': 1", "a: '='", "$ref: '#/a/b~1c'", "a: \"one\\r\\ntwo\"",
    ])
    func isReadBack(text: String) throws {
        let tree = try read(text, "a.yaml")
        #expect(try read(tree.yaml, "b.yaml").isEqual(to: tree), "\(tree.yaml)")
        #expect(try read(tree.json, "b.json").isEqual(to: tree), "\(tree.json)")
    }

    @Test func numbersOfYAMLAloneHaveValuesInJSON() throws {
        let tree = try read("[0x1F, .inf, +1, 1., 0o17]", "a.yaml")
        #expect(
            tree.json.split(separator: "\n").map { $0.filter { $0 != " " } } == [
                "[", "31,", "null,", "1,", "1,", "15", "]",
            ])
    }

    @Test func documentsOfTheRepositoryAreReadBack() throws {
        for path in [
            "specs/salescaptain/openapi.yaml", "specs/chatcaptain/openapi.json", "specs/developer-api/swagger.json",
        ] {
            let tree = try read(try #require(Repository.read(path)), path)
            #expect(try read(tree.yaml, "b.yaml").isEqual(to: tree))
            #expect(try read(tree.json, "b.json").isEqual(to: tree))
        }
    }
}
