public import ApusSource

/// Diagnostics of one run with the files they refer to, ready to be printed.
public struct Findings: Sendable {
    public var diagnostics: Diagnostics
    let files: SourceFiles
    /// Whether warnings count as errors.
    let isStrict: Bool
    let withNotes: Bool

    init(_ diagnostics: Diagnostics, files: SourceFiles, isStrict: Bool = false, withNotes: Bool = true) {
        self.diagnostics = diagnostics
        self.files = files
        self.isStrict = isStrict
        self.withNotes = withNotes
    }

    public var isFailure: Bool {
        shown.contains { $0.severity == .error }
    }

    /// Every finding: ``text(limit:color:)`` without a limit.
    public var text: String {
        text()
    }

    /// Empty without findings; otherwise one block per finding and a line with their number.
    ///
    /// - Parameters:
    ///   - limit: The maximum number shown for each id, followed by the number of others; nil shows all. Errors are
    ///     always shown.
    ///   - color: Whether to use ANSI colors.
    public func text(limit: Int? = nil, color: Bool = false) -> String {
        let renderer = DiagnosticRenderer(files: files, color: color)
        var printed: [String: Int] = [:]
        var hidden: [String: Int] = [:]
        var lines: [String] = []
        for diagnostic in shown {
            let id = diagnostic.id
            if let limit, printed[id, default: 0] >= limit, diagnostic.severity != .error {
                hidden[id, default: 0] += 1
            } else {
                printed[id, default: 0] += 1
                lines.append(renderer.text(diagnostic))
            }
        }
        if lines.isEmpty { return "" }
        lines += counts.compactMap { kind in hidden[kind.id].map { "… and \($0) more [\(kind.id)]" } }
        return (lines + [summary]).joined(separator: "\n") + "\n"
    }

    /// The findings with at least a severity.
    public func limited(to severity: Severity) -> Findings {
        var limited = self
        limited.diagnostics = Diagnostics()
        for diagnostic in shown where diagnostic.severity >= severity { limited.diagnostics.report(diagnostic) }
        return limited
    }

    public var json: String {
        Self.json(of: [self])
    }

    public var sarif: String {
        Self.sarif(of: [self])
    }

    /// Workflow commands of GitHub Actions, a line for each finding.
    public var github: String {
        DiagnosticRenderer(files: files).github(shown)
    }

    /// One array with the findings of several documents.
    public static func json(of all: [Findings]) -> String {
        DiagnosticRenderer.json(all.map { (DiagnosticRenderer(files: $0.files), $0.shown) })
    }

    /// SARIF with a run for each document.
    public static func sarif(of all: [Findings]) -> String {
        let rules = DiagnosticCatalog.all.map { ($0.id, DiagnosticRenderer.Rule(title: $0.title, help: $0.text)) }
        return DiagnosticRenderer.sarif(
            all.map { (DiagnosticRenderer(files: $0.files), $0.shown) }, toolVersion: GeneratorVersion.current,
            rules: Dictionary(uniqueKeysWithValues: rules))
    }

    /// The number of occurrences of each id, most frequent first.
    public var counts: [(id: String, count: Int)] {
        let counted = Dictionary(grouping: shown, by: \.id).map { (id: $0.key, count: $0.value.count) }
        return counted.sorted { $0.count == $1.count ? $0.id < $1.id : $0.count > $1.count }
    }

    var shown: [Diagnostic] {
        diagnostics.all.compactMap { diagnostic in
            if !withNotes, diagnostic.severity == .note { return nil }
            guard isStrict, diagnostic.severity == .warning else { return diagnostic }
            var stricter = diagnostic
            stricter.severity = .error
            return stricter
        }
    }

    private var summary: String {
        let parts = [Severity.error, .warning, .note].compactMap { severity -> String? in
            let count = shown.count { $0.severity == severity }
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        return parts.joined(separator: ", ") + (hiddenNotes.map { "; " + $0 } ?? "")
    }

    /// `12 notes are hidden, see apus lint --notes`
    private var hiddenNotes: String? {
        if withNotes { return nil }
        let count = diagnostics.all.count { $0.severity == .note }
        if count == 0 { return nil }
        return (count == 1 ? "1 note is" : "\(count) notes are") + " hidden, see apus lint --notes"
    }

    /// The line for a document without findings: `pets.yaml: no findings; 12 notes are hidden, see apus lint --notes`.
    public func success(_ name: String) -> String {
        name + ": no findings" + (hiddenNotes.map { "; " + $0 } ?? "")
    }

    public var isEmpty: Bool {
        shown.isEmpty
    }
}
