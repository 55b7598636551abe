import ApusPipeline
import ArgumentParser

struct Lint: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, sarif
    }

    static let configuration = CommandConfiguration(
        abstract: "Says what is wrong with a document: place, reason, and what is generated instead.")

    @Argument(help: "The OpenAPI or Swagger document.")
    var spec: String

    @Option(help: "How findings are printed: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = Format.text

    @Flag(help: "Notes too, not only warnings and errors.")
    var notes = false

    @OptionGroup
    var options: SpecOptions

    func run() async throws {
        let findings = Inspection.lint(options.makeClient(spec: spec), withNotes: notes)
        switch format {
        case .text: print(findings.text, terminator: "")
        case .json: print(findings.json)
        case .sarif: print(findings.sarif)
        }
        if findings.isFailure { throw ExitCode.findings }
    }
}
