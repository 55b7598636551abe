import ApusJSON

/// The result of generating one client.
public struct ClientReport: Sendable {
    public var name: String
    public var output: String
    public var findings: Findings
    public var operations = 0
    public var models = 0
    public var files = 0
    public var duration = Duration.zero
    /// A unified difference between disk and output, when asked for.
    public var difference = ""
    /// The files that were read, as this process can open them.
    public var inputs: [String] = []
    var isDryRun = false
    var changes: OutputFolder.Changes?
    /// The reason why nothing, or not everything, was written.
    var problem: String?

    init(name: String, output: String, findings: Findings) {
        self.name = name
        self.output = output
        self.findings = findings
    }

    public var isFailure: Bool {
        findings.isFailure || problem != nil || changes == nil
    }

    /// Whether disk and output agree, and no other Swift file is compiled with the output.
    public var isUpToDate: Bool {
        guard let changes else { return false }
        return changes.isEmpty && changes.kept.isEmpty && changes.strays.isEmpty
    }

    public var milliseconds: Int {
        Int(duration.components.seconds) * 1_000 + Int(duration.components.attoseconds / 1_000_000_000_000_000)
    }

    /// `SalesCaptain: 26 operations, 41 models, 12 files in 35 ms; 2 written, 1 removed`
    public var line: String {
        if let problem { return "\(name): \(problem)" }
        guard let changes, !findings.isFailure else { return "\(name): nothing written, see the errors above" }
        var line = "\(name): \(operations) operations, \(models) models, \(files) files in \(milliseconds) ms; "
        let verb = isDryRun ? "would be " : ""
        var parts: [String] = []
        if !changes.written.isEmpty { parts.append("\(changes.written.count) \(verb)written") }
        if !changes.removed.isEmpty { parts.append("\(changes.removed.count) \(verb)removed") }
        if !changes.refused.isEmpty {
            parts.append("not overwritten: " + changes.refused.map(\.path).joined(separator: ", "))
        }
        if !changes.kept.isEmpty {
            parts.append("left because somebody edited them: " + changes.kept.joined(separator: ", "))
        }
        if !changes.strays.isEmpty {
            parts.append(
                "compiled with it though Apus did not write them: \(OutputFolder.Changes.list(changes.strays)); move them away"
            )
        }
        line += parts.isEmpty ? "unchanged" : parts.joined(separator: ", ")
        return line
    }

    /// One line of JSON with the same data.
    public var json: String {
        let counts = findings.counts.map { "\"\($0.id)\": \($0.count)" }.joined(separator: ", ")
        return """
            {"name": \(JSONString.quote(name)), "ok": \(!isFailure), "operations": \(operations), "models": \(models), "files": \(files), \
            "written": \(changes?.written.count ?? 0), "removed": \(changes?.removed.count ?? 0), \
            "milliseconds": \(milliseconds), "diagnostics": {\(counts)}\(problem.map { ", \"problem\": " + JSONString.quote($0) } ?? "")}
            """
    }
}
