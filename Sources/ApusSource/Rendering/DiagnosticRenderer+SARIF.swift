extension DiagnosticRenderer {
    /// The description of an id, independent of its findings.
    public struct Rule: Sendable {
        /// One line without full stop.
        public var title: String
        /// Plain text of any length.
        public var help: String

        public init(title: String, help: String) {
            self.title = title
            self.help = help
        }
    }

    /// SARIF 2.1.0 with one run, as code hosts show in reviews.
    /// - Parameters:
    ///   - toolVersion: The version without a prefix: `0.1.0`.
    ///   - rules: The rules by id, for documented ids.
    public func sarif(_ all: [Diagnostic], toolVersion: String, rules: [String: Rule] = [:]) -> String {
        Self.sarif([(self, all)], toolVersion: toolVersion, rules: rules)
    }

    /// A run for each document, with its own files.
    public static func sarif(
        _ runs: [(renderer: DiagnosticRenderer, diagnostics: [Diagnostic])], toolVersion: String,
        rules: [String: Rule] = [:]
    ) -> String {
        PrettyJSON.object([
            ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
            ("version", .string("2.1.0")),
            ("runs", .array(runs.map { $0.renderer.describe(run: $0.diagnostics, toolVersion, rules) })),
        ]).print()
    }

    private func describe(run all: [Diagnostic], _ toolVersion: String, _ rules: [String: Rule]) -> PrettyJSON {
        let ids = listIDs(all)
        let driver = PrettyJSON.object([
            ("name", .string("Apus")),
            ("version", .string(toolVersion)),
            ("rules", .array(ids.map { describe($0, rules[$0]) })),
        ])
        return .object([
            ("tool", .object([("driver", driver)])),
            ("columnKind", .string("unicodeCodePoints")),
            ("originalUriBaseIds", .object([(Self.root, .object([("description", describe(Self.rootDescription))]))])),
            ("results", .array(all.map { describe($0, rule: ids.firstIndex(of: $0.id)) })),
        ])
    }

    /// Each id once, in the order of first use.
    private func listIDs(_ all: [Diagnostic]) -> [String] {
        var seen: Set<String> = []
        return all.map(\.id).filter { seen.insert($0).inserted }
    }

    private func describe(_ id: String, _ rule: Rule?) -> PrettyJSON {
        .object([
            ("id", .string(id)),
            ("shortDescription", rule.map { describe($0.title) }),
            ("help", rule.map { describe($0.help) }),
        ])
    }

    private func describe(_ diagnostic: Diagnostic, rule: Int?) -> PrettyJSON {
        let message = diagnostic.message + (diagnostic.hint.map { "\nhelp: \($0)" } ?? "")
        let locations = diagnostic.mark.map { [locate($0, pointer: diagnostic.pointer)] } ?? []
        // Items are unique (3.27.22).
        var seen: Set<Diagnostic.Related> = []
        let related = diagnostic.related.filter { seen.insert($0).inserted }.map {
            locate($0.mark, message: $0.message)
        }
        return .object([
            ("ruleId", .string(diagnostic.id)),
            ("ruleIndex", rule.map(PrettyJSON.integer)),
            ("level", .string(diagnostic.severity.rawValue)),
            ("message", describe(message)),
            ("locations", .array(locations)),
            ("relatedLocations", related.isEmpty ? nil : .array(related)),
            ("partialFingerprints", .object([("apusFinding/v1", .string(fingerprint(diagnostic)))])),
        ])
    }

    /// A stable value for a finding after lines have moved: of the id, the file and the pointer, or otherwise the
    /// message.
    private func fingerprint(_ diagnostic: Diagnostic) -> String {
        var parts = [diagnostic.id]
        if let mark = diagnostic.mark {
            parts += [files.path(of: mark.file), diagnostic.pointer ?? diagnostic.message]
        }
        // FNV-1a, 64 bits.
        let hash = parts.joined(separator: "\0").utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        return String(hash, radix: 16)
    }

    private func locate(_ mark: SourceMark, pointer: String? = nil, message: String? = nil) -> PrettyJSON {
        let position = files.position(of: mark)
        let region = PrettyJSON.object([
            ("startLine", .integer(position.line)), ("startColumn", .integer(position.column)),
            ("endColumn", .integer(position.column + files.text(of: mark.file).countToken(at: Int(mark.offset)))),
        ])
        let uri = encodeURI(files.path(of: mark.file))
        let isRelative = !uri.contains("://")
        let artifact = PrettyJSON.object([
            ("uri", .string(uri)), ("uriBaseId", isRelative ? .string(Self.root) : nil),
        ])
        return .object([
            ("physicalLocation", .object([("artifactLocation", artifact), ("region", region)])),
            ("logicalLocations", pointer.map { .array([.object([("fullyQualifiedName", .string($0))])]) }),
            ("message", message.map(describe)),
        ])
    }

    /// Viewers make a link of `[text](target)` (section 3.11.6), and messages quote documents, whose text must not
    /// become links.
    private func describe(_ message: String) -> PrettyJSON {
        .object([("text", .string(message.replacing("](", with: "] (")))])
    }

    /// The base of relative file paths (SARIF 2.1.0, section 3.14.14).
    private static let root = "SRCROOT"
    private static let rootDescription = "The folder that the command ran in."

    /// A path as a relative URI reference (RFC 3986 section 4.2), an absolute one as a file URI (RFC 8089), and the URL
    /// of a fetched file after its scheme.
    private func encodeURI(_ path: String) -> String {
        if path.hasPrefix("/") { return "file://" + encodePath(path) }
        for scheme in ["https://", "http://"] where path.hasPrefix(scheme) {
            return scheme + encodePath(String(path.dropFirst(scheme.count)))
        }
        return encodePath(path)
    }

    private func encodePath(_ path: String) -> String {
        path.utf8.map { byte in
            let scalar = UnicodeScalar(byte)
            let isPlain = Self.pathCharacters.contains(scalar)
            return isPlain ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }

    private static let pathCharacters = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=@".unicodeScalars)
}
