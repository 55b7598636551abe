import ApusDiff

/// The format of a report of changes.
public enum ReportFormat: String, Sendable, CaseIterable {
    case text, markdown, json, sarif, html
    /// A list that accepts every breaking and silent change, to be completed with reasons.
    case accept
}

extension DocumentComparison.Outcome {
    /// Whether a caller compiles no more.
    public var isBreaking: Bool { report?.isBreaking ?? false }

    /// The report, ending with a line break; nil where a document cannot be read.
    /// - Parameter all: Whether text and Markdown contain internal and accepted changes.
    public func print(_ format: ReportFormat, all: Bool = false) -> String? {
        switch format {
        case .text: report?.text(all: all)
        case .markdown: report?.markdown(all: all)
        case .json: report.map { $0.json + "\n" }
        case .sarif: report.map { $0.sarif(toolVersion: GeneratorVersion.current) + "\n" }
        case .html: report?.html
        case .accept: report?.acceptList
        }
    }
}
