import ApusPipeline
import ArgumentParser

/// The commands of the tool. `ApusPipeline` implements them.
@main
struct Apus: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apus",
        abstract: "Turns OpenAPI and Swagger documents into Swift clients.",
        version: GeneratorVersion.current,
        subcommands: [Generate.self, Check.self, Lint.self, Explain.self, Dump.self, Initialize.self])

    /// Runs the command that the arguments name, and exits with the code that ``ExitStatus`` assigns to its error.
    static func main() async {
        do {
            var command = try await asyncParseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            ExitStatus.leave(with: error)
        }
    }
}
