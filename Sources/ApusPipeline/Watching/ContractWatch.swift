import ApusContract
import ApusOverlays
import ApusSource
import ApusSpec

/// Compares recorded traffic with a document.
public enum ContractWatch {
    public struct Outcome: Sendable {
        /// nil where the document or a recording cannot be read.
        public var report: ContractReport?
        /// The findings that prevent a report.
        public var findings: Findings
    }

    /// - Parameters:
    ///   - recordings: Paths of HTTP Archives; `-` is standard input.
    ///   - withOverlay: Whether to make the overlay that accepts what was seen.
    /// - Throws: An error that describes itself, where the workspace may not read a file of the client.
    public static func compare(
        _ recordings: [String], with client: ClientConfiguration,
        of workspace: Workspace = Workspace(folder: "", clients: []),
        withOverlay: Bool = false, fetch: Fetch? = nil
    ) throws -> Outcome {
        try workspace.checkInputs(of: client)
        return DocumentStack.run {
            var pipeline = Pipeline(client: client, workspace: workspace, fetch: fetch)
            let report = pipeline.watch(recordings, withOverlay: withOverlay)
            let findings = Findings(
                pipeline.diagnostics, files: pipeline.files, isStrict: client.isStrict, withNotes: false)
            return Outcome(report: findings.isFailure ? nil : report, findings: findings)
        }
    }
}

extension Pipeline {
    /// The steps that one overlay may take: a value behind a union is reached only when the union allows it.
    private static let rounds = 16

    fileprivate mutating func watch(_ recordings: [String], withOverlay: Bool) -> ContractReport? {
        guard let tree = readTree(), let document = read(tree), let exchanges = readExchanges(recordings) else {
            return nil
        }
        var found = DifferenceList()
        let contract = Contract(document)
        let unknown = exchanges.count { !contract.check($0, into: &found) }
        var report = ContractReport(
            found, files: files, document: client.spec, exchanges: exchanges.count, unknown: unknown)
        if withOverlay, !found.all.isEmpty { accept(found, of: document, tree, exchanges, into: &report) }
        return report
    }

    private mutating func read(_ tree: (file: SourceFileID, root: SourceNode)) -> Document? {
        read(tree, &diagnostics)
    }

    private func read(_ tree: (file: SourceFileID, root: SourceNode), _ diagnostics: inout Diagnostics) -> Document? {
        DocumentReader.read(
            root: tree.root, of: tree.file, files: files, loader: loader, options: readOptions,
            diagnostics: &diagnostics)
    }

    private mutating func readExchanges(_ recordings: [String]) -> [ContractExchange]? {
        var exchanges: [ContractExchange] = []
        for path in recordings {
            guard let read = read(path) else { return nil }
            exchanges += read
        }
        return exchanges
    }

    /// Findings about a recording are reported without its lines, which have values of the traffic.
    private mutating func read(_ path: String) -> [ContractExchange]? {
        let recording = SourceFiles()
        var found = Diagnostics()
        var exchanges: [ContractExchange]?
        do throws(SourceError) {
            let file = try recording.load(path == "-" ? nil : path, shownAs: path)
            exchanges = HARReader.read(try recording.parse(file, diagnostics: &found), diagnostics: &found)
        } catch {
            found.merge(error)
        }
        if let exchanges { return exchanges }
        for finding in found.all where finding.severity == .error {
            let place = finding.mark.map { recording.position(of: $0) }.map { ":\($0.line):\($0.column): " } ?? ": "
            diagnostics.report(
                Diagnostic(
                    id: finding.id, severity: .error, message: path + place + finding.message, hint: finding.hint))
        }
        return nil
    }

    /// Changes the document until the traffic shows no difference, or a round changes nothing.
    private func accept(
        _ found: DifferenceList, of document: Document, _ tree: (file: SourceFileID, root: SourceNode),
        _ exchanges: [ContractExchange], into report: inout ContractReport
    ) {
        var (root, rest, document) = (tree.root, found, document)
        for _ in 0..<Self.rounds where !rest.all.isEmpty {
            let next = Acceptance(of: root, file: tree.file, version: document.version).accept(rest)
            var unused = Diagnostics()
            guard !next.isEqual(to: root), let read = read((tree.file, next), &unused) else { break }
            (root, document, rest) = (next, read, DifferenceList())
            let contract = Contract(document)
            for exchange in exchanges { contract.check(exchange, into: &rest) }
        }
        report.accept(
            OverlayDifference(from: tree.root, to: root)?.document(title: "What traffic has beyond \(client.spec)"),
            remaining: rest.all.count)
    }
}
