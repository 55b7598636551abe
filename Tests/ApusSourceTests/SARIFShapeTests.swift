import ApusSource
import Testing

/// The objects of a SARIF 2.1.0 log contain only members of the standard's schema, and all required ones; enumerated
/// strings are valid.
struct SARIFShapeTests {
    /// The content of a member: another object of the table, a list of them, or a scalar.
    private indirect enum Shape: Sendable {
        case object(String)
        case list(String, isSet: Bool)
        case map(Shape)
        case text
        case words(Set<String>)
        /// From this number on.
        case integer(Int)
    }

    /// `additionalProperties: false` applies to each of these, so that a member outside the table is an error.
    private static let objects: [String: [String: Shape]] = [
        "log": ["$schema": .text, "version": .words(["2.1.0"]), "runs": .list("run", isSet: false)],
        "run": [
            "tool": .object("tool"), "columnKind": .words(["utf16CodeUnits", "unicodeCodePoints"]),
            "originalUriBaseIds": .map(.object("artifactLocation")), "results": .list("result", isSet: false),
        ],
        "tool": ["driver": .object("toolComponent")],
        "toolComponent": ["name": .text, "version": .text, "rules": .list("reportingDescriptor", isSet: true)],
        "reportingDescriptor": [
            "id": .text, "shortDescription": .object("message"), "help": .object("message"),
        ],
        "result": [
            "ruleId": .text, "ruleIndex": .integer(0), "level": .words(["none", "note", "warning", "error"]),
            "message": .object("message"), "locations": .list("location", isSet: false),
            "relatedLocations": .list("location", isSet: true), "partialFingerprints": .map(.text),
        ],
        "location": [
            "physicalLocation": .object("physicalLocation"), "message": .object("message"),
            "logicalLocations": .list("logicalLocation", isSet: true),
        ],
        "logicalLocation": ["fullyQualifiedName": .text],
        "physicalLocation": ["artifactLocation": .object("artifactLocation"), "region": .object("region")],
        "artifactLocation": ["uri": .text, "uriBaseId": .text, "description": .object("message")],
        "region": [
            "startLine": .integer(1), "startColumn": .integer(1), "endLine": .integer(1), "endColumn": .integer(1),
        ],
        "message": ["text": .text],
    ]

    private static let required: [String: Set<String>] = [
        "log": ["version", "runs"], "run": ["tool"], "tool": ["driver"], "toolComponent": ["name"],
        "reportingDescriptor": ["id"], "result": ["message"], "physicalLocation": ["artifactLocation"],
        "region": ["startLine"], "message": ["text"],
    ]

    @Test func logsAreOfTheStandardsShape() throws {
        let files = SourceFiles()
        let marks = ["api.yaml", "/a b.yaml", "https://pets.example/a.json"].map { path in
            SourceMark(file: files.add(path: path, bytes: Array("a: 1\nb: [\u{1F600}]\n".utf8)), offset: 6)
        }
        var all = marks.map { mark in
            Diagnostic(
                id: "a", severity: .warning, message: "m", mark: mark, pointer: "/b/0", hint: "h",
                related: marks.map { .init(mark: $0, message: "r") })
        }
        all.append(Diagnostic(id: "b", severity: .error, message: "no location"))
        all.append(Diagnostic(id: "c", severity: .note, message: "", mark: marks[0]))
        let text = DiagnosticRenderer(files: files).sarif(
            all, toolVersion: "1", rules: ["a": .init(title: "A", help: "Help.")])
        let root = try #require(Reading(text, path: "log.json").node)
        #expect(findProblems(in: root, as: .object("log"), at: "") == [])
    }

    private func findProblems(in node: SourceNode, as shape: Shape, at location: String) -> [String] {
        switch shape {
        case .text: return node.string == nil ? ["\(location) is no text"] : []
        case .words(let words):
            return words.contains(node.string ?? "") ? [] : ["\(location) is no word of the standard"]
        case .integer(let least):
            return (node.integer ?? least - 1) < least ? ["\(location) is not from \(least) on"] : []
        case .map(let inner):
            guard let entries = node.mapping?.entries else { return ["\(location) is no object"] }
            return entries.flatMap { findProblems(in: $0.value, as: inner, at: location + "/" + $0.key) }
        case .list(let name, let isSet):
            guard let items = node.sequence else { return ["\(location) is no array"] }
            let isDoubled = isSet && Set(items.map(\.outline)).count != items.count
            return (isDoubled ? ["\(location) has an item twice"] : [])
                + items.enumerated().flatMap { findProblems(in: $1, as: .object(name), at: "\(location)/\($0)") }
        case .object(let name): return findProblems(in: node, of: name, at: location)
        }
    }

    private func findProblems(in node: SourceNode, of name: String, at location: String) -> [String] {
        guard let entries = node.mapping?.entries else { return ["\(location) is no object"] }
        let missing = Self.required[name, default: []].subtracting(entries.map(\.key))
        return missing.sorted().map { "\(location) has no \($0)" }
            + entries.flatMap { entry -> [String] in
                let inner = location + "/" + entry.key
                guard let shape = Self.objects[name]?[entry.key] else { return ["\(inner) is not of the standard"] }
                return findProblems(in: entry.value, as: shape, at: inner)
            }
    }
}
