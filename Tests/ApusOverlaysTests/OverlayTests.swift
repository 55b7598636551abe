import ApusOverlays
import ApusSource
import Testing

struct OverlayTests {
    private static let document = """
        openapi: 3.1.0
        info: {title: Pets, version: "1"}
        tags: [{name: a}]
        paths:
          /a: {get: {operationId: a, tags: [x]}}
          /b: {get: {operationId: b}, post: {operationId: c, deprecated: true}}
        empty:
        """

    private let files = SourceFiles()

    private func read(_ text: String, path: String) throws -> SourceNode {
        try files.parse(files.add(path: path, bytes: Array(text.utf8)))
    }

    /// The result and the diagnostics; `actions` is a YAML sequence.
    private func apply(
        _ actions: String, version: String = "1.1.0", to document: String = document, limits: SourceLimits = .standard
    ) throws -> (SourceNode, [Diagnostic]) {
        let text = "overlay: \(version)\ninfo: {title: t, version: v}\nactions:\n\(actions)\n"
        var diagnostics = Diagnostics()
        let overlay = OverlayDocument.read(try read(text, path: "overlay.yaml"), diagnostics: &diagnostics)
        let root = try read(document, path: "openapi.yaml")
        let result = try #require(overlay).apply(to: root, limits: limits, diagnostics: &diagnostics)
        return (result, diagnostics.all)
    }

    private func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map(DiagnosticRenderer(files: files).text).joined(separator: "\n")
    }

    /// Actions, the location to examine afterwards, and the expected value there.
    @Test(arguments: [
        ("- {target: $.info, update: {title: New, x-a: {b: 1}}}", "$.info", "{title: New, version: '1', x-a: {b: 1}}"),
        ("- {target: $.tags, update: {name: b}}", "$.tags", "[{name: a}, {name: b}]"),
        ("- {target: $.tags, update: [{name: b}, {name: c}]}", "$.tags", "[{name: a}, {name: b}, {name: c}]"),
        ("- {target: $, update: {tags: [{name: b}]}}", "$.tags", "[{name: a}, {name: b}]"),
        ("- {target: $.info.title, update: New}", "$.info", "{title: New, version: '1'}"),
        ("- {target: $.empty, update: {a: 1}}", "$.empty", "{a: 1}"),
        (
            "- {target: $.paths.*.*, update: {x-seen: true}}", "$.paths['/b']",
            "{get: {operationId: b, x-seen: true}, post: {operationId: c, deprecated: true, x-seen: true}}"
        ),
        ("- {target: '$.paths.*[?@.deprecated == true]', remove: true}", "$.paths['/b']", "{get: {operationId: b}}"),
        ("- {target: '$.tags[*]', remove: true}", "$.tags", "[]"),
        ("- {target: $.tags, update: [1, 2, 3]}\n- {target: '$.tags[0,2,0]', remove: true}", "$.tags", "[1, 3]"),
        ("- {target: $.info.title, remove: true, update: New}", "$.info", "{version: '1'}"),
        (
            "- {target: \"$.paths['/a']\", copy: \"$.paths['/b']\"}", "$.paths['/a']",
            "{get: {operationId: b, tags: [x]}, post: {operationId: c, deprecated: true}}"
        ),
        ("- {target: $.tags, copy: $.info}", "$.tags", "[{name: a}, {title: Pets, version: '1'}]"),
        ("- {target: $.info}", "$.info", "{title: Pets, version: '1'}"),
        (
            "- {target: '$..get', update: {get: {a: 1}}}", "$.paths['/a'].get",
            "{operationId: a, tags: [x], get: {a: 1}}"
        ),
        ("- target: >\n    $.info\n  update: {title: New}", "$.info.title", "New"),
        (
            "- {target: $, update: {n: {n: {v: [1]}}}}\n- {target: $..n, update: {v: [2]}}", "$.n",
            "{n: {v: [1, 2]}, v: [2]}"
        ),
    ])
    func changes(_ actions: String, _ path: String, _ expected: String) throws {
        let (result, diagnostics) = try apply(actions)
        #expect(diagnostics.isEmpty)

        let found = try #require(find(path, in: result))
        #expect(found.isEqual(to: try read(expected, path: "expected.yaml")))
    }

    /// Follows the plain paths of the table above.
    private func find(_ path: String, in root: SourceNode) -> SourceNode? {
        let names = path.split { "$.[]'".contains($0) }.map(String.init)
        return names.reduce(Optional(root)) { node, name in node?[name] }
    }

    @Test func theDocumentItselfStays() throws {
        let root = try read(Self.document, path: "a.yaml")
        let (result, _) = try apply("- {target: $.info, remove: true}")
        #expect(root["info"] != nil && result["info"] == nil)
        #expect(result.mapping?.keys == ["openapi", "tags", "paths", "empty"])
    }

    @Test func newValuesKeepTheirPosition() throws {
        let (result, _) = try apply("- {target: $.info, update: {x-new: 1}}")
        let entry = try #require(result["info"]?.mapping?.entry("x-new"))
        #expect(files.path(of: entry.keyMark.file) == "overlay.yaml")
        #expect(files.position(of: entry.value.mark) == SourcePosition(line: 4, column: 36))
        #expect(try files.path(of: #require(result["info"]).mark.file) == "openapi.yaml")
    }

    @Test func reportsTargetsThatSelectNothing() throws {
        let (_, diagnostics) = try apply("- target: $.paths['/c']\n  remove: true")
        #expect(
            render(diagnostics) == """
                overlay.yaml:4:11: warning: the target $.paths['/c'] selects nothing [overlay-target-unmatched]
                    - target: $.paths['/c']
                              ^
                  help: the action changes nothing; check the path against the document, or remove the action
                """)
    }

    @Test func reportsConflicts() throws {
        let (result, diagnostics) = try apply("- target: $\n  update: {info: x, tags: {a: 1}, openapi: [1], x-ok: 1}")
        #expect(diagnostics.map(\.id) == ["overlay-conflict", "overlay-conflict", "overlay-conflict"])
        #expect(
            render([diagnostics[0]]) == """
                overlay.yaml:5:18: error: cannot merge a string into a mapping [overlay-conflict]
                      update: {info: x, tags: {a: 1}, openapi: [1], x-ok: 1}
                                     ^
                  help: remove the old value in an action of its own, before this one
                openapi.yaml:2:7: note: the value to change
                    info: {title: Pets, version: "1"}
                          ^
                overlay.yaml:4:11: note: selected by this target
                    - target: $
                              ^
                """)
        #expect(result["x-ok"]?.integer == 1 && result["info"]?["title"] != nil)
    }

    @Test(arguments: [
        ("- {target: $.info, copy: '$.paths.*'}", "copy selects one value, but this selects 2"),
        ("- {target: $.info, copy: '$.x'}", "copy selects one value, but this selects none"),
        ("- {target: $, remove: true}", "the root of a document cannot be removed"),
        ("- {target: $, remove: maybe}", "remove is a boolean, but this is a string"),
        ("- {target: $, update: 1, copy: $}", "an action has either update or copy"),
        ("- {update: 1}", "an action needs a target"), ("- 1", "an action is a mapping, but this is a number"),
        ("- {target: 1}", "target is a string, but this is a number"),
        ("- {target: $, removes: true}", "overlays have no field \"removes\" here"),
        (
            "- {target: $.}",
            "the JSONPath breaks at its character 3: "
                + "expected a name or *; names with other characters are written in brackets: ['/pets']"
        ),
    ])
    func reportsBrokenActions(_ action: String, _ message: String) throws {
        #expect(try apply(action).1.map(\.message) == [message])
    }

    @Test func copyIsNewInOnePointOne() throws {
        let (result, diagnostics) = try apply("- {target: $.info, copy: $.paths}", version: "1.0.0")
        #expect(diagnostics.map(\.message) == ["overlays have no field \"copy\" here"])
        #expect(result["info"]?.mapping?.count == 2)
    }

    @Test(arguments: ["1.0", "'1.1'", "2.0.0", "1.2.0", "1.1.x", "[]"])
    func refusesOtherVersions(_ version: String) throws {
        var diagnostics = Diagnostics()
        let node = try read("overlay: \(version)\ninfo: {title: t, version: v}\nactions: [{target: $}]", path: "o.yaml")
        #expect(OverlayDocument.read(node, diagnostics: &diagnostics) == nil)
        #expect(diagnostics.all.map(\.id) == ["invalid-overlay"])
    }

    /// Paths of a few characters that run a long pattern over everything, or select everything again and again.
    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            "$..[?search(@, '\(String(repeating: "(a?)", count: 2_000))b')]", "$..[?search(@, '(a{90}){100}b')]",
            "$..[\(Array(repeating: "*", count: 1_000).joined(separator: ","))]", "$..[?count($..*) > 1]",
        ])
    func costlyPathsAreRefused(path: String) throws {
        let texts = (0..<1_000).map { _ in String(repeating: "a", count: 1_000) }.joined(separator: ", ")
        let diagnostics = try apply("- { target: \"\(path)\", update: { x-a: 1 } }", to: "list: [\(texts)]").1
        let found = try #require(diagnostics.first)
        #expect(found.id == "invalid-overlay" && found.message.contains("looks at too many values"))
        #expect(found.mark != nil)
    }

    /// Keys that look the same and have other bytes are two.
    @Test func keysAreTheirBytes() throws {
        let document = "map: { \"\\u00e9\": 1, \"e\\u0301\": 2 }"
        let removed = try apply("- { target: \"$.map['\\u00e9']\", remove: true }", to: document)
        #expect(removed.0["map"]?.mapping?.entries.map { Array($0.key.utf8) } == [Array("e\u{301}".utf8)])
    }

    /// The cost of queries accumulates over all actions.
    @Test(.timeLimit(.minutes(10))) func costAddsUp() throws {
        let actions = (0..<4_000).map { "- { target: '$.list[*]', update: {}, description: d\($0) }" }.joined(
            separator: "\n")
        let items = (0..<4_000).map { _ in "{}" }.joined(separator: ", ")
        let diagnostics = try apply(actions, to: "list: [\(items)]").1
        #expect(diagnostics.first?.message.contains("looks at too many values") == true)
    }

    /// Copies of copies stay within the limits of a file.
    @Test func growthIsBounded() throws {
        let doubling = (0..<60).map { "- {target: $.list, copy: $.list, description: d\($0)}" }.joined(separator: "\n")
        let nodes = SourceLimits(nodes: 10_000)
        let wide = try apply(doubling, to: "list: [1, 2, 3]", limits: nodes).1
        #expect(wide.first?.message == "the change makes the document larger than 10000 values")
        let nesting = (0..<60).map {
            "- {target: $.a, update: {b\($0): {}}}\n- {target: $.a.b\($0), copy: $.a, description: d\($0)}"
        }.joined(separator: "\n")
        let limits = SourceLimits(depth: 10, nodes: 10_000)
        let deep = try apply(nesting, to: "a: {}", limits: limits).1
        #expect(deep.first?.message == "the change nests values more than 10 levels deep")
    }
}
