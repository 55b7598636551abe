public import ApusContract
import ApusOverlays
public import ApusSource

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The differences between traffic and a document, ready to be printed.
public struct ContractReport: Sendable {
    public let differences: DifferenceList
    /// The exchanges that were read, and those of operations that the document does not have.
    public let exchanges: Int
    public let unknown: Int
    private let files: SourceFiles
    private let document: String
    /// The overlay that accepts what was seen, as YAML; nil without a difference that one can accept.
    private(set) public var overlay: String?
    /// The number of differences that ``overlay`` leaves.
    private(set) public var remaining = 0

    init(_ differences: DifferenceList, files: SourceFiles, document: String, exchanges: Int, unknown: Int) {
        self.differences = differences
        self.files = files
        self.document = document
        self.exchanges = exchanges
        self.unknown = unknown
    }

    mutating func accept(_ overlay: SourceNode?, remaining: Int) {
        self.overlay = overlay.flatMap { $0["actions"]?.sequence?.isEmpty == false ? $0.yaml : nil }
        self.remaining = remaining
    }

    public var isEmpty: Bool { differences.all.isEmpty }

    /// In the order of the document.
    private var diagnostics: [Diagnostic] {
        let all = differences.all.enumerated().map {
            (order: $0.offset, diagnostic: $0.element.difference.diagnostic(count: $0.element.count))
        }
        return all.sorted { left, right in
            let first = (left.diagnostic.mark?.file.index ?? 0, left.diagnostic.mark?.offset ?? 0, left.order)
            let second = (right.diagnostic.mark?.file.index ?? 0, right.diagnostic.mark?.offset ?? 0, right.order)
            return first < second
        }.map(\.diagnostic)
    }

    /// A block for each difference and a line with their number.
    public func text(color: Bool = false) -> String {
        let renderer = DiagnosticRenderer(files: files, color: color)
        return (diagnostics.map { renderer.text($0) } + [summary]).joined(separator: "\n") + "\n"
    }

    /// `pets.yaml: 2 differences in 10 exchanges; 3 are of no documented operation`
    public var summary: String {
        let count = differences.all.count
        let number = count == 0 ? "no differences" : "\(count) difference\(count == 1 ? "" : "s")"
        let rest = unknown == 0 ? "" : "; \(unknown) \(unknown == 1 ? "is" : "are") of no documented operation"
        let more = differences.omitted == 0 ? "" : "; more were left out"
        return "\(document): \(number) in \(exchanges) exchange\(exchanges == 1 ? "" : "s")" + rest + more
    }

    public var json: String { DiagnosticRenderer(files: files).json(diagnostics) }

    public var sarif: String {
        DiagnosticRenderer(files: files).sarif(diagnostics, toolVersion: GeneratorVersion.current)
    }

    /// Workflow commands of GitHub Actions.
    public var github: String { DiagnosticRenderer(files: files).github(diagnostics) }

    /// Writes the overlay.
    /// - Throws: ``WorkspaceProblem`` where there is a file of that name, or it cannot be written.
    public func writeOverlay(to path: String) throws(WorkspaceProblem) {
        do {
            try Data((overlay ?? "").utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
        } catch let error as CocoaError where error.code == .fileWriteFileExists {
            throw WorkspaceProblem("there is a file \(path) already; name another one, or move it away")
        } catch {
            throw WorkspaceProblem("cannot write \(path): \(FileFault.describe(error))")
        }
    }
}
