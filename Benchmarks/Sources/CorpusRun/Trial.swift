import Foundation

/// The cost and result of one document.
struct TrialResult: Sendable {
    let document: CorpusDocument
    var report: GenerationReport?
    var lines = 0
    var generating: (cpu: Double, wall: Double) = (0, 0)
    var compiled: CompileResult?
    var verdict: Verdict
    /// nil: not requested.
    var examples: ExampleResult?

    var isFailure: Bool { verdict.isFailure || examples?.isFailure == true }
}

/// The line of JSON that `apus generate --json` prints.
struct GenerationReport: Codable, Sendable {
    let name: String
    let ok: Bool
    let operations: Int
    let models: Int
    let diagnostics: [String: Int]
}

/// Generates one document, and compiles the module unless the state records a compilation of the same module.
struct Trial: Sendable {
    let settings: CorpusSettings
    let compiler: ModuleCompiler
    /// nil: examples are left out.
    let examples: ExampleTrial?

    func run(_ document: CorpusDocument) async -> TrialResult {
        var result = TrialResult(document: document, verdict: .generated)
        do {
            if settings.examples != .only { try await run(document, &result) }
        } catch {
            result.verdict = .crashed(String(describing: error))
        }
        if let examples, !result.verdict.isFailure, result.verdict != .refused {
            result.examples = await examples.run(document)
        }
        return result
    }

    private func run(_ document: CorpusDocument, _ result: inout TrialResult) async throws {
        let folder = settings.folder(of: document)
        let module = folder + "/module"
        if FileManager.default.fileExists(atPath: module) { try FileManager.default.removeItem(atPath: module) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let run = try await ChildProcess.run(
            settings.build + "/apus",
            [
                "generate", "--json", "--spec", settings.corpus + "/" + document.path, "--allow-root",
                settings.corpus + "/" + document.root, "--output", module,
            ], timeout: settings.generateTimeout, logs: folder + "/generate")
        result.generating = (run.cpu.seconds, run.wall.seconds)
        result.report = try? JSONDecoder().decode(GenerationReport.self, from: Data(run.output.utf8))
        if let problem = problem(of: run, document, result.report) {
            result.verdict = problem
            return
        }
        guard let report = result.report else { return }
        let sources = GeneratedSources(folder: module)
        result.lines = sources.lines
        guard let compiled = try await compile(report.name, sources, folder) else { return }
        result.compiled = compiled
        result.verdict = compiled.verdict
    }

    /// Why there is nothing to compile.
    private func problem(of run: ChildProcess, _ document: CorpusDocument, _ report: GenerationReport?) -> Verdict? {
        switch run.end {
        case .timedOut: return .timedOut("generating")
        case .signalled(let signal): return .crashed("generating, signal \(signal)")
        case .exited(0): return report == nil ? .crashed("generating, no report") : nil
        case .exited(1):
            let complaint = run.errors.split(separator: "\n").first { $0.contains(" error: ") }.map(String.init)
            guard let complaint else { return .refusedWrongly("without an error: " + run.output.prefix(200)) }
            if !document.mayBeRefused { return .refusedWrongly(complaint) }
            let isLocated = complaint.firstMatch(of: /:\d+:\d+: error:/) != nil
            return isLocated ? .refused : .refusedWrongly("without a place: " + complaint)
        case .exited(let status): return .crashed("generating, status \(status): \(run.errors.prefix(200))")
        }
    }

    /// Nil when there is no time left.
    private func compile(_ name: String, _ sources: GeneratedSources, _ folder: String) async throws -> CompileResult? {
        let path = folder + "/" + settings.mode.rawValue + ".json"
        let key = Fingerprint.of(Array((name + sources.fingerprints + compiler.identity).utf8))
        if let known = FileManager.default.contents(atPath: path),
            let result = try? JSONDecoder().decode(CompileResult.self, from: known), result.key == key
        {
            return result
        }
        guard settings.hasTime else { return nil }
        let result = try await compiler.compile(name, sources.paths, key: key, folder: folder)
        try JSONEncoder().encode(result).write(to: URL(fileURLWithPath: path))
        return result
    }
}

/// The Swift files of a generated module.
struct GeneratedSources {
    let paths: [String]
    /// The lines of the module's manifest about its Swift files.
    let fingerprints: String

    init(folder: String) {
        let manifest = FileManager.default.contents(atPath: folder + "/.apus-manifest").map {
            String(decoding: $0, as: UTF8.self)
        }
        let lines = (manifest ?? "").split(separator: "\n").filter { $0.hasSuffix(".swift") }
        fingerprints = lines.joined(separator: "\n")
        paths = lines.compactMap { line in
            line.firstRange(of: "  ").map { folder + "/" + line[$0.upperBound...] }
        }
    }

    var lines: Int {
        paths.reduce(0) { sum, path in
            sum + (FileManager.default.contents(atPath: path)?.count { $0 == 0x0A } ?? 0)
        }
    }
}
