import ApusPipeline
import ArgumentParser

/// The words of the command line. What they mean lives in `ApusPipeline`.
@main
struct Apus: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apus",
        abstract: "Turns OpenAPI and Swagger documents into Swift clients.",
        version: ApusVersion.current,
        subcommands: [Generate.self, Check.self, Lint.self, Explain.self, Dump.self, Initialize.self])
}
