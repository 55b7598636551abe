import Foundation

/// Generates every document of a corpus and compiles what came out, each as a module of its own; a table says how each went.
///
/// Run from the root of the repository by `make corpus`; ``CorpusSettings`` lists what the environment can say.
@main
enum CorpusRun {
    static func main() async throws {
        let settings = try CorpusSettings(environment: ProcessInfo.processInfo.environment)
        if CommandLine.arguments.dropFirst().first == "scale" { return say(try await Scale.run(settings)) }
        let documents = try settings.select(from: CorpusFolder(path: settings.corpus).documents())
        let compiler = try await ModuleCompiler(settings: settings)
        let results = await run(documents, Trial(settings: settings, compiler: compiler), settings)
        let table = CorpusTable(results: results, settings: settings)
        say(table.summary)
        if let path = settings.tablePath { try Data(table.markdown.utf8).write(to: URL(fileURLWithPath: path)) }
        if results.isEmpty || results.contains(where: \.verdict.isFailure) { exit(1) }
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
                if !settings.isQuiet || result.verdict.isFailure { say(CorpusTable.line(result)) }
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
