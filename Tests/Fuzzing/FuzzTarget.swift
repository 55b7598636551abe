import ApusJSON
import ApusRuntime
import ApusSource
import ApusXML

/// The target of fuzzing: a reader of foreign bytes, with the properties to check for all inputs.
public enum FuzzTarget: String, CaseIterable, Sendable {
    case json, yaml, xml, generator
    /// A value for a label of a server's host in the first line, one for a segment of its path behind it.
    case servers
    /// A `Location` in the first line, a body behind it.
    case redirects
    /// A header with a signature in the first line, a body behind it.
    case signatures
    /// A `WWW-Authenticate` in the first line, a token endpoint's body behind it.
    case oauth
    case configuration, manifest

    /// Reads the bytes; may refuse them, must not crash, hang or contradict itself.
    ///
    /// - Throws: ``Contradiction``.
    public func check(_ bytes: [UInt8]) throws {
        switch self {
        case .json: try Self.checkJSON(bytes)
        case .yaml: try Self.checkYAML(bytes)
        case .xml: try Self.checkXML(bytes)
        case .generator: try Self.checkGenerator(bytes)
        case .servers: try Self.checkServers(bytes)
        case .redirects: try Self.checkRedirects(bytes)
        case .signatures: try Self.checkSignatures(bytes)
        case .oauth: try Self.checkOAuth(bytes)
        case .configuration: try Self.checkConfiguration(bytes)
        case .manifest: try Self.checkManifest(bytes)
        }
    }

    public struct Contradiction: Error, CustomStringConvertible {
        public let description: String
    }

    /// The generator's reader and the runtime's agree about valid JSON, unless the former reports lenient reading, and
    /// values are read back as they were written.
    private static func checkJSON(_ bytes: [UInt8]) throws {
        let files = SourceFiles(limits: SourceLimits(depth: 100))
        let isTape = bytes.withUnsafeBufferPointer { (try? JSONTape(scanning: $0, maximumDepth: 100)) != nil }
        // With a NUL it is UTF-16 to the generator, which servers must not send (RFC 8259, section 8.1).
        if bytes.first == UInt8(ascii: "{") || bytes.first == UInt8(ascii: "["), !bytes.contains(0) {
            var diagnostics = Diagnostics()
            let file = files.add(path: "value.json", bytes: bytes)
            let isTree = (try? files.parse(file, diagnostics: &diagnostics)) != nil
            let isTolerant = diagnostics.all.contains { $0.id == "loose-json" || $0.id == "invalid-encoding" }
            try expect(isTape == isTree || isTree && isTolerant, "one reader of JSON accepts what the other refuses")
        }
        guard let value = try? JSONValue(json: bytes) else { return }
        try expect(isTape || bytes.count > 100, "the runtime reads what is no JSON")
        guard let text = try? value.json() else { throw Contradiction(description: "a value cannot be written") }
        try expect((try? JSONValue(json: text)) == value, "a value is another one after writing and reading")
    }

    private static func checkYAML(_ bytes: [UInt8]) throws {
        let files = SourceFiles(limits: SourceLimits(depth: 100, nodes: 20_000))
        var diagnostics = Diagnostics()
        let file = files.add(path: "value.yaml", bytes: bytes)
        var tree: SourceNode?
        do {
            tree = try files.parse(file, diagnostics: &diagnostics)
        } catch {
            diagnostics.merge(error)
        }
        try expect(tree != nil || diagnostics.hasErrors, "a text is refused without a reason")
        if let tree {
            _ = tree.dump(files: files)
            let again = try? files.parse(files.add(path: "again.yaml", bytes: bytes))
            try expect(again?.isEqual(to: tree) == true, "the same text gives another tree")
        }
        let renderer = DiagnosticRenderer(files: files)
        for diagnostic in diagnostics.all { _ = renderer.text(diagnostic) }
        try expect(isJSON(renderer.json(diagnostics.all)), "the report is no JSON")
    }

    private static func checkXML(_ bytes: [UInt8]) throws {
        guard let tree = try? XMLReading.read(bytes) else { return }
        let text: [UInt8]
        do { text = try XMLWriting.write(tree) } catch {
            throw Contradiction(description: "what was read cannot be written: \(error)")
        }
        try expect((try? XMLReading.read(text)) == tree, "an element is another one after writing and reading")
    }

    private static func checkGenerator(_ bytes: [UInt8]) throws {
        let client = try GeneratedClient.generate(bytes)
        if let problem = GeneratedCode.findProblems(in: client).first { throw Contradiction(description: problem) }
        let again = try GeneratedClient.generate(bytes)
        try expect(again.files == client.files, "the same document gives other files")
        try expect(again.reports == client.reports, "the same document gives other findings")
        try expect(isJSON(client.reports[1]) && isJSON(client.reports[2]), "a report is no JSON")
        try expect(
            !client.files.isEmpty || client.diagnostics.contains { $0.severity == .error },
            "nothing is generated, and nothing says why")
    }

    private static func isJSON(_ text: String) -> Bool {
        Array(text.utf8).withUnsafeBufferPointer { (try? JSONTape(scanning: $0)) != nil }
    }

    static func expect(_ isKept: Bool, _ otherwise: String) throws {
        if !isKept { throw Contradiction(description: otherwise) }
    }
}
