import Foundation

/// Generates every document of a corpus and compiles each result as a separate module; a table has the results.
///
/// Run from the root of the repository by `make corpus`; ``CorpusSettings`` lists the environment variables.
@main
enum CorpusRun {
    static func main() async {
        do {
            try await run()
        } catch {
            FileHandle.standardError.write(Data("corpus: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func run() async throws {
        let settings = try CorpusSettings(environment: ProcessInfo.processInfo.environment)
        if CommandLine.arguments.dropFirst().first == "scale" { return say(try await Scale.run(settings)) }
        let documents = try settings.select(from: CorpusFolder(path: settings.corpus).documents())
        let compiler = try await ModuleCompiler(settings: settings)
        let examples = settings.examples == .no ? nil : try await ExampleTrial(settings: settings, compiler: compiler)
        let trial = Trial(settings: settings, compiler: compiler, examples: examples)
        let results = await run(documents, trial, settings)
        if settings.examples != .only {
            let table = CorpusTable(results: results, settings: settings)
            say(table.summary)
            if let path = settings.tablePath { try Data(table.markdown.utf8).write(to: URL(fileURLWithPath: path)) }
        }
        let table = ExampleTable(results: results.compactMap(\.examples))
        if examples != nil { say(table.text(failuresOnly: settings.isQuiet)) }
        if let path = settings.examplesTablePath { try Data(table.markdown.utf8).write(to: URL(fileURLWithPath: path)) }
        if results.isEmpty || results.contains(where: \.isFailure) { exit(1) }
    }

    /// All results in the order of the documents; each is printed when it is there.
    private static func run(_ documents: [CorpusDocument], _ trial: Trial, _ settings: CorpusSettings) async
        -> [TrialResult]
    {
        var waiting = documents.enumerated().makeIterator()
        var results: [Int: TrialResult] = [:]
        await withTaskGroup(of: (Int, TrialResult).self) { group in
            for _ in 0..<settings.jobs {
                guard let (place, document) = waiting.next() else { break }
                group.addTask { (place, await trial.run(document)) }
            }
            while let (place, result) = await group.next() {
                results[place] = result
                if settings.examples != .only, !settings.isQuiet || result.verdict.isFailure {
                    say(CorpusTable.line(result))
                }
                if let examples = result.examples, !settings.isQuiet || examples.isFailure {
                    say(ExampleTable.note(examples))
                }
                if let (place, document) = waiting.next() {
                    group.addTask { (place, await trial.run(document)) }
                }
            }
        }
        return results.sorted { $0.key < $1.key }.map(\.value)
    }

    /// At once, so that a run of an hour can be followed.
    private static func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}
