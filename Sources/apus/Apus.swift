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

    /// Runs the command that the arguments name and ends with the exit code that ``ExitStatus`` gives to what it throws.
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
