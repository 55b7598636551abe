import Foundation

/// Decodes the response examples of one document with the generated types.
struct ExampleTrial: Sendable {
    private let settings: CorpusSettings
    private let compiler: ExampleCompiler
    private let script = "Benchmarks/examples.py"

    init(settings: CorpusSettings, compiler: ModuleCompiler) async throws {
        self.settings = settings
        self.compiler = try await ExampleCompiler(settings: settings, compiler: compiler)
        let judge = try await ChildProcess.run(
            "python3", ["-c", "import jsonschema"], timeout: .seconds(60), logs: settings.state + "/judge")
        guard judge.end == .exited(0) else {
            throw CorpusSettings.Problem(
                description: "examples are judged by python3 with the package jsonschema, which is not there: "
                    + "install it, or leave the examples out with CORPUS_EXAMPLES=0")
        }
    }

    func run(_ document: CorpusDocument) async -> ExampleResult {
        var result = ExampleResult(document: document.path)
        do {
            try await run(document, &result)
        } catch {
            result.obstacle = String(describing: error)
            result.isObstacleFailure = true
        }
        return result
    }

    private struct Obstacle: Error, CustomStringConvertible {
        let description: String
    }

    private func run(_ document: CorpusDocument, _ result: inout ExampleResult) async throws {
        guard settings.hasTime else {
            result.obstacle = "no time was left for it"
            return
        }
        let folder = settings.folder(of: document) + "/examples"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let list = try await dump(document, in: folder)
        guard !list.examples.isEmpty else { return }
        let sources = try await generate(document, list, in: folder)
        try await judge(["judge", folder + "/answers.json", folder + "/examples.jsonl"], in: folder)
        let examples = FileManager.default.contents(atPath: folder + "/examples.jsonl") ?? Data()
        let text = sources.fingerprints + compiler.identity + Fingerprint.of(Array(examples))
        var readings = ExampleReadings(key: Fingerprint.of(Array(text.utf8)))
        if let known = FileManager.default.contents(atPath: folder + "/readings.json"),
            let known = try? JSONDecoder().decode(ExampleReadings.self, from: known), known.key == readings.key
        {
            readings = known
        } else {
            if let obstacle = try await compile(list, sources, in: folder, &readings) {
                result.obstacle = obstacle
                return
            }
            try await read(examples, in: folder)
            try JSONEncoder().encode(readings).write(to: URL(fileURLWithPath: folder + "/readings.json"))
        }
        result.compiling = readings.compiling
        result.outcomes = try await compare(in: folder)
    }

    private func dump(_ document: CorpusDocument, in folder: String) async throws -> AnswerList {
        let run = try await ChildProcess.run(
            settings.build + "/apus",
            [
                "dump", "answers", settings.corpus + "/" + document.path, "--allow-root",
                settings.corpus + "/" + document.root,
            ], timeout: settings.generateTimeout, logs: folder + "/dump")
        guard run.end == .exited(0) else { throw Obstacle(description: "dump answers: \(run.end) \(run.errors)") }
        try Data(run.output.utf8).write(to: URL(fileURLWithPath: folder + "/answers.json"))
        return try JSONDecoder().decode(AnswerList.self, from: Data(run.output.utf8))
    }

    private func generate(_ document: CorpusDocument, _ list: AnswerList, in folder: String) async throws
        -> GeneratedSources
    {
        let module = folder + "/module"
        if FileManager.default.fileExists(atPath: module) { try FileManager.default.removeItem(atPath: module) }
        let corpus = ModuleCompiler.absolute(settings.corpus)
        let workspace = try ExampleProgram.workspace(
            for: list, spec: corpus + "/" + document.path, root: corpus + "/" + document.root,
            output: ModuleCompiler.absolute(module))
        try workspace.write(to: URL(fileURLWithPath: folder + "/apus.yaml"))
        let run = try await ChildProcess.run(
            settings.build + "/apus",
            // The corpus may be anywhere, and the workspace is written below the repository.
            ["generate", "--quiet", "--allow-outside", "--workspace", folder + "/apus.yaml"],
            timeout: settings.generateTimeout, logs: folder + "/generate")
        guard run.end == .exited(0) else { throw Obstacle(description: "generate: \(run.end) \(run.errors)") }
        return GeneratedSources(folder: module)
    }

    /// Returns the reason why there is no program: a timeout.
    private func compile(
        _ list: AnswerList, _ sources: GeneratedSources, in folder: String, _ readings: inout ExampleReadings
    ) async throws -> String? {
        // A name that no generated type has: two files of a module must not be named alike.
        let program = folder + "/ApusExampleProgram.swift"
        try Data(ExampleProgram.main(for: list).utf8).write(to: URL(fileURLWithPath: program))
        let run = try await compiler.compile(list.module, sources.paths + [program], in: folder)
        readings.compiling = run.cpu.seconds
        if run.end == .timedOut {
            return "not compiled within \(Int(settings.compileTimeout.seconds)) s, so nothing was read"
        }
        guard run.end == .exited(0) else { throw Obstacle(description: ModuleCompiler.verdict(run).text) }
        return nil
    }

    private func read(_ examples: Data, in folder: String) async throws {
        let file = { (name: String) in folder + "/" + name }
        var rest = examples.split(separator: UInt8(ascii: "\n"))[...]
        var readings = Data()
        // An example that ends the process is left without a reading, and the next process begins behind it.
        while !rest.isEmpty {
            try Data(rest.joined(separator: [UInt8(ascii: "\n")])).write(to: URL(fileURLWithPath: file("rest.jsonl")))
            let run = try await ChildProcess.run(
                file("read"), [file("rest.jsonl"), file("part.jsonl")], timeout: settings.generateTimeout,
                logs: file("read"))
            let part = FileManager.default.contents(atPath: file("part.jsonl")) ?? Data()
            let lines = part.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
            readings += Data(lines.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
            if run.end == .exited(0) { break }
            rest = rest.dropFirst(lines.count + 1)
        }
        try? FileManager.default.removeItem(atPath: file("read"))
        try readings.write(to: URL(fileURLWithPath: file("readings.jsonl")))
    }

    private func compare(in folder: String) async throws -> [ExampleOutcome] {
        let names = ["answers.json", "examples.jsonl", "readings.jsonl", "outcomes.json"]
        try await judge(["compare"] + names.map { folder + "/" + $0 }, in: folder)
        let outcomes = FileManager.default.contents(atPath: folder + "/outcomes.json") ?? Data()
        return try JSONDecoder().decode([ExampleOutcome].self, from: outcomes)
    }

    private func judge(_ arguments: [String], in folder: String) async throws {
        let run = try await ChildProcess.run(
            "python3", [script] + arguments, timeout: .seconds(600), logs: folder + "/" + arguments[0])
        guard run.end == .exited(0) else { throw Obstacle(description: "\(arguments[0]): \(run.end) \(run.errors)") }
    }
}
