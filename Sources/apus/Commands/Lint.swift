import ApusPipeline
import ArgumentParser

struct Lint: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, sarif
    }

    static let configuration = CommandConfiguration(
        abstract: "Report the findings about a document: place, reason, and effect on the generated code.")

    @Argument(
        help: "The OpenAPI or Swagger document: a path, - for standard input, or a file:, http: or https: address.")
    var spec: String

    @Option(help: "The format of findings: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = Format.text

    @Flag(help: "Print notes as well as warnings and errors.")
    var notes = false

    @Flag(
        help:
            "Print every finding, also where one id occurs more than \(Console.limit) times. JSON and SARIF always have every finding."
    )
    var all = false

    @OptionGroup
    var options: SpecOptions

    func run() async throws {
        let findings = Inspection.lint(
            options.makeClient(spec: spec), withNotes: notes, fetch: RemoteFile.fetch)
        switch format {
        case .text: print(Console.text(of: findings, all: all, on: .output), terminator: "")
        case .json: print(findings.json)
        case .sarif: print(findings.sarif)
        }
        if findings.isFailure { throw ExitCode.findings }
    }
}
