import ApusPipeline
import ApusSource
import ArgumentParser

struct Dump: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the output of one stage of the pipeline.",
        discussion:
            "tree: the text as read. document: the document with the overlays applied, as YAML or JSON. spec: the document in one dialect. model: the Swift that is about to be written. context: what templates see. origin: file, line, column and JSON pointer of every generated declaration. examples: an answer for each operation, for tests. answers: every documented example of an answer, with the type that reads it and its JSON Schema."
    )

    @Argument(help: "One of \(DumpStage.allCases.map(\.rawValue).joined(separator: ", ")).")
    var stage: String

    @Argument(
        help: "The OpenAPI or Swagger document: a path, - for standard input, or a file:, http: or https: address.")
    var spec: String

    @Option(help: "The format of the stage document: yaml or json.")
    var format = Format.yaml

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case yaml, json
    }

    @OptionGroup
    var options: SpecOptions

    func validate() throws {
        guard DumpStage(rawValue: stage) == nil else { return }
        let known = DumpStage.allCases.map(\.rawValue)
        let advice = Spelling.nearest(to: stage, among: known).map { "did you mean \"\($0)\"?" }
        throw ValidationError(
            "there is no stage \"\(stage)\"; " + (advice ?? "the stages are " + known.joined(separator: ", ")))
    }

    func run() async throws {
        guard let stage = DumpStage(rawValue: stage) else { throw ExitCode.usage }
        let result = try Inspection.dump(
            stage, of: options.makeClient(spec: spec), asJSON: format == .json, fetch: RemoteFile.fetch)
        print(result.text, terminator: "")
        Console.report(result.findings)
        if result.findings.isFailure { throw ExitCode.findings }
    }
}
