import ApusEmission
import ApusModel
import ApusSource

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Generates the clients of a workspace concurrently.
public enum Generator {
    public struct Options: Sendable {
        /// Whether to report changes without writing.
        public var isDryRun = false
        /// Whether to replace files in the output folder that are not Apus's own, or were edited.
        public var isForced = false
        /// Whether to fill ``ClientReport/difference``, also for files that would not be overwritten.
        public var showsDifference = false
        /// Writes a complete package around the client, if set.
        public var package: PackageScaffold?
        /// The names of the other clients of the module, where a build generates each in a process of its own.
        public var declared = DeclaredNames()
        /// Fetches documents from allowed hosts; nil: no host is contacted.
        public var fetch: Fetch?
        /// Documents by the names of their clients, in place of what ``ClientConfiguration/spec`` names.
        var documents: [String: LoadedDocument] = [:]
        /// Previous documents by the names of their clients, in place of those on disk.
        var previous: [String: [UInt8]] = [:]

        public init() {}
    }

    /// One report for each client, in the order of the workspace.
    public static func generate(_ workspace: Workspace, options: Options = Options()) async -> [ClientReport] {
        var reports: [ClientReport] = []
        await generate(workspace, options: options) { reports.append($0) }
        return reports
    }

    /// Generates as many clients at a time as there are processors.
    ///
    /// - Parameter take: Gets the reports in the order of the workspace, each as soon as it and those before it are complete. A report holds its
    ///   documents for the excerpts of findings, so a workspace of many clients needs no more memory than one of some if reports are not kept.
    public static func generate(
        _ workspace: Workspace, options: Options, take: (ClientReport) -> Void
    ) async {
        let width = max(1, ProcessInfo.processInfo.activeProcessorCount)
        await withTaskGroup(of: (Int, ClientReport).self) { group in
            var waiting: [Int: ClientReport] = [:]
            var (started, taken) = (0, 0)
            repeat {
                while started < workspace.clients.count, started - taken - waiting.count < width,
                    started - taken < maximumWaiting
                {
                    let (index, client) = (started, workspace.clients[started])
                    group.addTask { (index, generate(client, of: workspace, options: options)) }
                    started += 1
                }
                guard let (index, report) = await group.next() else { return }
                waiting[index] = report
                while let report = waiting.removeValue(forKey: taken) {
                    take(report)
                    taken += 1
                }
            } while taken < workspace.clients.count
        }
    }

    /// Reports that are complete before an earlier one is.
    private static let maximumWaiting = 64

    /// Runs every stage for one client and writes the changes, unless there is an error.
    static func generate(_ client: ClientConfiguration, of workspace: Workspace, options: Options) -> ClientReport {
        DocumentStack.run { generateHere(client, of: workspace, options: options) }
    }

    private static func generateHere(
        _ client: ClientConfiguration, of workspace: Workspace, options: Options
    ) -> ClientReport {
        let clock = ContinuousClock()
        let start = clock.now
        var pipeline = Pipeline(client: client, workspace: workspace, fetch: options.fetch)
        var problem: String?
        var output: Pipeline.Emitted?
        pipeline.loaded = options.documents[client.name]
        pipeline.previous = options.previous[client.name]
        do {
            let emitted = try pipeline.emit(in: options.package)
            if pipeline.loaded == nil { try pipeline.checkRecorded() }
            if let emitted { pipeline.check(emitted.model, against: options.declared) }
            output = emitted
        } catch {
            problem = String(describing: error)
        }
        var report = ClientReport(
            name: output?.model.module ?? client.reportName, output: client.output,
            findings: Findings(pipeline.diagnostics, files: pipeline.files, isStrict: client.isStrict, withNotes: false)
        )
        report.inputs = pipeline.inputs
        report.isDryRun = options.isDryRun
        report.problem = problem
        if let output, !report.findings.isFailure {
            report.operations = output.model.operations.count
            report.models = output.model.names.count
            var files = output.files
            var folder = OutputTarget(
                path: workspace.locate(client.output), shownAs: client.output, home: workspace.home)
            if let package = options.package {
                files = package.wrap(
                    files, module: output.model.module, usesXML: output.model.usesXML, examples: output.examples)
                folder.own = PackageScaffold.folder(of: output.model.module)
            }
            write(files, from: pipeline.origin, to: folder, options: options, report: &report)
            if options.package == nil, report.problem == nil, let path = client.examples {
                let folder = OutputTarget(path: workspace.locate(path), shownAs: path, home: workspace.home)
                write(output.examples, from: pipeline.origin, to: folder, options: options, report: &report)
            }
            report.note(output.model, in: options.declared)
        }
        report.duration = clock.now - start
        return report
    }

    private static func write(
        _ files: [GeneratedFile], from origin: [String], to output: OutputTarget, options: Options,
        report: inout ClientReport
    ) {
        do throws(OutputProblem) {
            let location = try output.home.map { home throws(OutputProblem) in
                try OutputLocation(output.path, within: home)
            }
            var folder = OutputFolder(
                path: output.path, location: location ?? OutputLocation(output.path), isForced: options.isForced)
            folder.own = output.own
            let changes = options.isDryRun ? try folder.compare(with: files) : try folder.write(files, from: origin)
            report.files += files.count
            report.changes = report.changes.map { $0.joined(with: changes, in: output.shownAs) } ?? changes
            guard options.showsDifference else {
                report.problem = changes.refusal(in: folder.path)?.description
                return
            }
            let byPath = Dictionary(files.map { ($0.path, $0.contents) }) { first, _ in first }
            let refused = changes.refused.map(\.path).filter { byPath[$0] != nil }
            for path in changes.written + refused + changes.removed {
                let old = String(decoding: try folder.read(path) ?? [], as: UTF8.self)
                report.difference += LineDifference.unified(
                    old: old, new: byPath[path] ?? "", name: output.shownAs + "/" + path)
            }
        } catch {
            report.problem = error.description
        }
    }

    /// The folder of one client's files.
    private struct OutputTarget {
        let path: String
        /// The path in reports.
        let shownAs: String
        /// The folder that it must lie in; nil: it may be anywhere.
        let home: String?
        /// The folder in there whose Swift files are all Apus's own, nil for all of it.
        var own: String?
    }
}

extension Pipeline {
    fileprivate mutating func check(_ model: APIModel, against declared: DeclaredNames) {
        let start = document.map { SourceMark(file: $0, offset: 0) }
        for (client, names) in declared.findShared(with: model) {
            diagnostics.report(
                .sharedNames(names, of: model.module, and: client, in: self.client.module ?? model.module, at: start))
        }
    }
}

extension ClientReport {
    fileprivate mutating func note(_ model: APIModel, in declared: DeclaredNames) {
        guard !isFailure, !isDryRun else { return }
        do throws(OutputProblem) { try declared.write(model) } catch { problem = error.description }
    }
}
