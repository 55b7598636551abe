import ApusPipeline
import ApusSource
import ArgumentParser

/// The commands of the tool. `ApusPipeline` implements them.
@main
struct Apus: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apus",
        abstract: "Turns OpenAPI and Swagger documents into Swift clients.",
        version: GeneratorVersion.current,
        subcommands: [
            Generate.self, Check.self, Update.self, Diff.self, Overlay.self, Lint.self, Explain.self, Dump.self,
            Initialize.self,
            Templates.self,
        ])

    /// Runs the command that the arguments name, and exits with the code that ``ExitStatus`` assigns to its error.
    static func main() async {
        refuseUnknownCommand()
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

    /// The parser would call a misspelt command an unexpected argument.
    private static func refuseUnknownCommand() {
        guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-") else { return }
        let known = configuration.subcommands.map { $0._commandName } + ["help"]
        guard !known.contains(word) else { return }
        let advice = Spelling.nearest(to: word, among: known).map { "did you mean \"apus \($0)\"?" }
        Console.complain(
            "there is no command \"\(word)\"; " + (advice ?? "the commands are " + known.joined(separator: ", ")))
        exit(withError: ExitCode.usage)
    }
}
