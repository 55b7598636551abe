import ApusEmission
import ApusSource
import TestSupport
import Testing

@testable import ApusPipeline

/// `Documentation/Configuration.md` has what the JSON Schema has, and each of its examples is generated.
struct ConfigurationPageTests {
    private static let page = "Documentation/Configuration.md"
    private static let sections = ConfigurationPage(Repository.read(page) ?? "").sections
    private static let keys = sections.filter { $0.level == 3 }

    @Test func everyKeyHasASectionInTheOrderOfTheSchema() throws {
        let schema = try clientSchema()
        let properties = try #require(schema["properties"]?.mapping?.entries)
        #expect(Self.keys.map(\.title) == properties.map { "`\($0.key)`" })
        let required = Set(schema["required"]?.sequence?.compactMap(\.string) ?? [])
        for (section, property) in zip(Self.keys, properties) {
            let location: Comment = "\(Self.page): \(section.title)"
            var type = Self.type(of: property.value)
            type = type.prefix(1).uppercased() + type.dropFirst() + "."
            if required.contains(property.key) { type += " Required." }
            if let standard = property.value["default"] { type += " Default: `\(Self.text(of: standard))`." }
            #expect(Array(section.prose.prefix(2)) == [property.value["description"]?.string ?? "", type], location)
            for member in Self.members(of: property.value) {
                let description = member.value["description"]?.string ?? ""
                let row = "| `\(member.key)` | \(Self.type(of: member.value)) | \(description) |"
                #expect(section.prose.contains(row), "\(location) lacks: \(row)")
            }
        }
    }

    /// Keys whose effect is no line of code.
    private static let silent: Set<String> = [
        "name", "spec", "from", "overlays", "output", "roots", "allowedHosts", "sourceComments", "templates", "strict",
        "keepDeprecated",
    ]

    @Test(arguments: keys.map(\.title))
    func examplesAreTrue(title: String) throws {
        let section = try #require(Self.keys.first { $0.title == title })
        let key = title.filter { $0 != "`" }
        #expect(section.blocks["diff"] == nil || section.blocks["yaml apus"] != nil)
        #expect((section.blocks["diff"] == nil) == Self.silent.contains(key), "an example shows the lines that change")
        guard let settings = section.blocks["yaml apus"] else { return }
        #expect(settings.contains { $0.hasPrefix(key + ":") })
        guard let difference = section.blocks["diff"] else {
            _ = try client(settings)
            return
        }
        let (before, after) = (try lines(of: []), try lines(of: settings))
        for line in difference {
            let text = line.dropFirst().drop { $0 == " " }
            let isRemoved = line.hasPrefix("-")
            #expect(isRemoved || line.hasPrefix("+"))
            #expect(before.contains(String(text)) == isRemoved, "\(key): before: \(text)")
            #expect(after.contains(String(text)) != isRemoved, "\(key): after: \(text)")
        }
    }

    @Test func everyExtensionIsThere() throws {
        let written = Set(Self.sections.flatMap(\.prose).flatMap(Self.extensions))
        let read = Set(
            Repository.names(in: "Sources/ApusLowering").flatMap { room in
                Repository.names(in: "Sources/ApusLowering/\(room)").flatMap { file in
                    Self.extensions(in: Repository.read("Sources/ApusLowering/\(room)/\(file)") ?? "", quote: "\"")
                }
            })
        #expect(!read.isEmpty)
        #expect(written == read)
    }

    private static func extensions(in line: String) -> [String] {
        line.hasPrefix("| `x-apus-") ? Array(extensions(in: line, quote: "`").prefix(1)) : []
    }

    /// The names between two quotes.
    private static func extensions(in text: String, quote: Character) -> [String] {
        text.split(separator: quote).map(String.init).filter { word in
            word.hasPrefix("x-apus-") && word.allSatisfy { $0.isLetter || $0 == "-" }
        }
    }

    // MARK: What a setting changes

    /// The paths and the lines of all files.
    private func lines(of settings: [String]) throws -> Set<String> {
        let folder = try TemporaryFolder()
        let document = try #require(Self.sections.lazy.compactMap { $0.blocks["yaml document"] }.first)
        try folder.write("library.yaml", document.joined(separator: "\n"))
        var client = try client(settings)
        client.spec = folder.path + "/library.yaml"
        var pipeline = Pipeline(client: client, workspace: Workspace(folder: "", clients: []))
        let emitted = try #require(try pipeline.emit())
        let files = emitted.files + emitted.examples
        #expect(pipeline.diagnostics.all.filter { $0.id == "unmatched-setting" }.map(\.message) == [])
        let lines = files.flatMap { file in
            [file.path] + file.contents.split(separator: "\n").map { String($0.drop { $0 == " " }) }
        }
        return Set(lines)
    }

    private func client(_ settings: [String]) throws -> ClientConfiguration {
        let text = ["clients:", "  - name: Library", "    spec: library.yaml"] + settings.map { "    " + $0 }
        let (workspace, findings) = try readConfiguration(text.joined(separator: "\n"))
        #expect(findings.text == "")
        return try #require(workspace.clients.first)
    }

    // MARK: The schema

    private func clientSchema() throws -> SourceNode {
        let files = SourceFiles()
        let schema = try files.parse(files.add(path: "schema.json", bytes: Array(ConfigurationSchema.json.utf8)))
        return try #require(schema["properties"]?["clients"]?["items"])
    }

    /// A type in words: `a text or a list of texts`.
    private static func type(of schema: SourceNode) -> String {
        if let words = schema["enum"]?.sequence {
            return "one of " + words.compactMap(\.string).map { "`\($0)`" }.joined(separator: ", ")
        }
        if let choices = schema["anyOf"]?.sequence { return choices.map { type(of: $0) }.joined(separator: " or ") }
        switch schema["type"]?.string {
        case "string": return "a text"
        case "boolean": return "`true` or `false`"
        case "integer":
            guard let least = schema["minimum"]?.integer, let most = schema["maximum"]?.integer else {
                return "a number"
            }
            return "a number from \(least) to \(most)"
        case "array":
            let items = schema["items"].map { type(of: $0) } ?? ""
            return "a list of " + items.replacing("a text", with: "texts").replacing("a mapping", with: "mappings")
        default:
            guard let values = schema["additionalProperties"], values.mapping != nil else { return "a mapping" }
            return "a mapping to " + type(of: values)
        }
    }

    private static func text(of standard: SourceNode) -> String {
        if let items = standard.sequence { return "[" + items.compactMap(\.string).joined(separator: ", ") + "]" }
        return standard.string ?? standard.json.filter { $0 != "\n" }
    }

    /// The members of rules, each once, in the order of the schema.
    private static func members(of schema: SourceNode) -> [SourceMapping.Entry] {
        let own = schema["properties"]?.mapping?.entries ?? []
        let inner =
            [schema["additionalProperties"], schema["items"]].compactMap { $0 } + (schema["anyOf"]?.sequence ?? [])
        return own + inner.flatMap { members(of: $0) }
    }
}

/// The page in sections, each with its text and its code.
private struct ConfigurationPage {
    struct Section {
        var title: String
        var level: Int
        /// Lines outside of code, without empty ones.
        var prose: [String] = []
        /// The lines of each block by the words of its fence.
        var blocks: [String: [String]] = [:]
    }

    private(set) var sections: [Section] = []

    init(_ text: String) {
        var fence: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") {
                fence = fence == nil ? String(line.dropFirst(3)) : nil
                if let fence, let last = sections.indices.last { sections[last].blocks[fence] = [] }
            } else if let fence, let last = sections.indices.last {
                sections[last].blocks[fence]?.append(line)
            } else if line.hasPrefix("#") {
                let level = line.prefix { $0 == "#" }.count
                sections.append(Section(title: String(line.dropFirst(level + 1)), level: level))
            } else if !line.isEmpty, let last = sections.indices.last {
                sections[last].prose.append(line)
            }
        }
    }
}
