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
            Generate.self, Check.self, Update.self, Diff.self, Drift.self, Overlay.self, Lint.self, Explain.self,
            Dump.self, Initialize.self, Templates.self, Call.self, Mock.self,
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
        var command: any ParsableCommand.Type = Apus.self
        var path = "apus"
        for word in CommandLine.arguments.dropFirst() {
            let commands = command.configuration.subcommands
            guard !commands.isEmpty, !word.hasPrefix("-"), command != Apus.self || word != "help" else { return }
            guard let next = commands.first(where: { $0._commandName == word }) else {
                return refuse(word, of: path, among: commands.map { $0._commandName })
            }
            (command, path) = (next, path + " " + word)
        }
    }

    private static func refuse(_ word: String, of path: String, among known: [String]) {
        let advice = Spelling.nearest(to: word, among: known).map { "did you mean \"\(path) \($0)\"?" }
        let list = "the commands are " + known.joined(separator: ", ")
        Console.complain("there is no command \"\(word)\"; " + (advice ?? list))
        exit(withError: ExitCode.usage)
    }
}
