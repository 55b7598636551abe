import ApusOverlays
import ApusSource
import Foundation
import TestSupport
import Testing

/// An overlay made of two documents turns the first into the second, also after it was printed and read again.
struct OverlayDifferenceTests {
    private static func parse(_ text: String) throws -> SourceNode {
        let files = SourceFiles()
        return try files.parse(files.add(path: "document.yaml", bytes: Array(text.utf8)))
    }

    /// The overlay as it is printed; nil for equal documents.
    private static func overlay(_ old: SourceNode, _ new: SourceNode) throws -> String? {
        let difference = try #require(OverlayDifference(from: old, to: new))
        return difference.actions.isEmpty ? nil : difference.document(title: "Changes").yaml
    }

    private static func expectRoundTrip(_ old: SourceNode, _ new: SourceNode, _ name: Comment) throws {
        guard let text = try overlay(old, new) else {
            #expect(old.isEqual(to: new), name)
            return
        }
        var diagnostics = Diagnostics()
        let document = try #require(OverlayDocument.read(try parse(text), diagnostics: &diagnostics), name)
        let result = document.apply(to: old, diagnostics: &diagnostics)
        #expect(diagnostics.all.map(\.message) == [], name)
        #expect(result.isEqual(to: new), name)
    }

    @Test(arguments: [
        ("{ a: 1, b: 2 }", "{ a: 1, b: 3, c: [4] }", "  - target: $\n    update:\n      b: 3\n      c:\n        - 4\n"),
        (
            "{ a: 1, b: { c: 2, d: 3 } }", "{ b: { c: 2 } }",
            "  - target: $['a']\n    remove: true\n  - target: $['b']['d']\n    remove: true\n"
        ),
        (
            "{ a: [1, 2, 3, 4] }", "{ a: [2, 4, 5] }",
            "  - target: $['a'][0,2]\n    remove: true\n  - target: $\n    update:\n      a:\n        - 5\n"
        ),
        ("{ a: [1, 2, 3] }", "{ a: [1, 3] }", "  - target: $['a'][1]\n    remove: true\n"),
        (
            "{ a: [{ n: x }, { n: y, v: 1 }] }", "{ a: [{ n: x }, { n: y, v: 2 }] }",
            "  - target: $['a'][1]\n    update:\n      v: 2\n"
        ),
        (
            "{ a: [1, 2] }", "{ a: [3, 4] }",
            "  - target: $['a']\n    remove: true\n  - target: $\n    update:\n      a:\n        - 3\n        - 4\n"
        ),
        (
            "{ a: x }", "{ a: { b: 1 } }",
            "  - target: $['a']\n    remove: true\n  - target: $\n    update:\n      a:\n        b: 1\n"
        ),
        ("{ a: null }", "{ a: { b: 1 } }", "  - target: $\n    update:\n      a:\n        b: 1\n"),
        ("{ a: 1 }", "{ a: 1.0 }", ""),
    ])
    func writesTheSmallestActions(old: String, new: String, actions: String) throws {
        let text = try Self.overlay(try Self.parse(old), try Self.parse(new)) ?? "actions:\n"
        let found = text[(try #require(text.range(of: "actions:\n"))).upperBound...]
        #expect(found.filter { $0 != "\"" }.replacing("-\n    ", with: "- ") == actions)
        try Self.expectRoundTrip(try Self.parse(old), try Self.parse(new), "\(old) → \(new)")
    }

    @Test(arguments: ["it's", "a\\b", "", "ü\u{0}\n\t\"", "$ref", "a.b[0]", "~1/x", "\u{1F600}"])
    func namesOfMembersAreQuoted(name: String) throws {
        let mark = SourceMark(file: SourceFileID(index: 0), offset: 0)
        func document(_ values: [String: Int]) throws -> SourceNode {
            let members = values.sorted { $0.key < $1.key }.map {
                SourceMapping.Entry(
                    key: $0.key, keyMark: mark, value: SourceNode(.mapping(SourceMapping([])), mark: mark))
            }
            let inner = SourceNode(.mapping(SourceMapping(members)), mark: mark)
            return SourceNode(.mapping(SourceMapping([.init(key: name, keyMark: mark, value: inner)])), mark: mark)
        }
        try Self.expectRoundTrip(try document([name: 1, "b": 1]), try document(["b": 1]), "\(name)")
    }

    @Test func documentsThatAreNoMappingsHaveNone() throws {
        #expect(OverlayDifference(from: try Self.parse("[1]"), to: try Self.parse("{}")) == nil)
    }

    /// Five hundred edited copies of one document, each with up to eight edits.
    @Test func randomEditsAreUndone() throws {
        let old = try Self.parse(try #require(Repository.read("specs/salescaptain/openapi.yaml")))
        var random = Numbers(state: 20_261)
        for round in 0..<500 {
            var new = old
            for _ in 0...random.below(8) { new = edit(new, &random) }
            try Self.expectRoundTrip(old, new, "round \(round)")
        }
    }

    /// Neighbours in the corpus, which have little in common, and the triples of the Overlay project.
    @Test func pairsOfTheCorpusAreTurnedIntoEachOther() throws {
        guard let corpus = SharedFolder.find("corpus") else { return }
        let sets = corpus + "/torture/oai-overlay/compliant-sets"
        for name in (try? FileManager.default.contentsOfDirectory(atPath: sets)) ?? [] {
            let files = ["openapi.yaml", "output.yaml"].map { "\(sets)/\(name)/\($0)" }
            guard let old = try? read(files[0]), let new = try? read(files[1]) else { continue }
            try Self.expectRoundTrip(old, new, "\(name)")
        }
        var pairs = 0
        for folder in ["intercom", "hubspot", "pipedrive", "chatwoot", "vonage", "twilio"] {
            let root = URL(filePath: corpus + "/open/" + folder)
            let paths =
                (FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.fileSizeKey])?
                .compactMap { $0 as? URL } ?? []).filter { url in
                    let size = (try? url.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0
                    return ["yaml", "yml", "json"].contains(url.pathExtension) && (1_000..<400_000).contains(size)
                }.map(\.path).sorted()
            for (first, second) in zip(paths, paths.dropFirst()).prefix(4) {
                guard let old = try? read(first), let new = try? read(second), old.mapping != nil, new.mapping != nil
                else { continue }
                try Self.expectRoundTrip(old, new, "\(first) → \(second)")
                pairs += 1
            }
        }
        #expect(pairs >= 8)
    }

    private func read(_ path: String) throws -> SourceNode {
        let files = SourceFiles()
        return try files.parse(files.load(path))
    }

    // MARK: Edits

    private struct Numbers {
        var state: UInt64

        mutating func below(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return limit == 0 ? 0 : Int((state >> 33) % UInt64(limit))
        }
    }

    /// The document with one value removed, added, replaced, or moved to the end of its sequence.
    private func edit(_ node: SourceNode, _ random: inout Numbers) -> SourceNode {
        let goesOn = random.below(10) > 0
        switch node.content {
        case .mapping(let mapping):
            var entries = mapping.entries
            if entries.isEmpty || !goesOn {
                switch random.below(3) {
                case 0 where entries.count > 1: entries.remove(at: random.below(entries.count))
                case 1:
                    let name = "x-\(random.below(1_000))"
                    if mapping[name] == nil {
                        entries.append(.init(key: name, keyMark: node.mark, value: value(node.mark, &random)))
                    }
                default:
                    guard !entries.isEmpty else { break }
                    let place = random.below(entries.count)
                    entries[place] = .init(
                        key: entries[place].key, keyMark: node.mark, value: value(node.mark, &random))
                }
            } else {
                let place = random.below(entries.count)
                entries[place] = .init(
                    key: entries[place].key, keyMark: node.mark, value: edit(entries[place].value, &random))
            }
            return SourceNode(.mapping(SourceMapping(entries)), mark: node.mark)
        case .sequence(var items):
            if items.isEmpty || !goesOn {
                switch random.below(4) {
                case 0 where !items.isEmpty: items.remove(at: random.below(items.count))
                case 1 where !items.isEmpty: items.append(items.remove(at: random.below(items.count)))
                case 2: items.insert(value(node.mark, &random), at: random.below(items.count + 1))
                default: items.append(value(node.mark, &random))
                }
            } else {
                let place = random.below(items.count)
                items[place] = edit(items[place], &random)
            }
            return SourceNode(.sequence(items), mark: node.mark)
        default: return value(node.mark, &random)
        }
    }

    private func value(_ mark: SourceMark, _ random: inout Numbers) -> SourceNode {
        let text = SourceNode(.string("text \(random.below(1_000))"), mark: mark)
        let content: SourceNode.Content =
            switch random.below(6) {
            case 0: .null
            case 1: .boolean(random.below(2) == 0)
            case 2: .sequence([text, text])
            case 3: .mapping(SourceMapping([.init(key: "a", keyMark: mark, value: text)]))
            case 4: .mapping(SourceMapping([]))
            default: text.content
            }
        return SourceNode(content, mark: mark)
    }
}
