import ApusPipeline
import ApusPlatform
import ArgumentParser

struct Generate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Generate all clients of the workspace, the named ones, or one from --spec.")

    @Argument(help: "The clients to generate. Default: all clients of the workspace.")
    var names: [String] = []

    @OptionGroup
    var source: ClientOptions

    @OptionGroup
    var packaging: PackageOptions

    @Flag(
        help:
            "Replace files of the output folder that Apus did not write, or that were edited since. Default: write nothing if there are any."
    )
    var force = false

    @Flag(help: "Print the changes without writing them.")
    var dryRun = false

    @Flag(help: "Print one JSON object for each client.")
    var json = false

    @Flag(help: "Print findings only.")
    var quiet = false

    @Option(
        help: ArgumentHelp(
            "For build tools: a list of the files that the build watches, to which the other files that were read are added.",
            visibility: .hidden))
    var watched: String?

    @Option(
        help: ArgumentHelp(
            "For build tools: a file for the names that the client declares at the top level of its module.",
            visibility: .hidden))
    var declared: String?

    @Option(
        help: ArgumentHelp(
            "For build tools: the file with the names of another client of the same module. Repeatable.",
            visibility: .hidden))
    var beside: [String] = []

    func validate() throws {
        if source.spec != nil, !names.isEmpty {
            throw ValidationError("Names of clients and --spec exclude each other.")
        }
    }

    func run() async throws {
        let plan = try source.makePlan(names: names)
        var options = Generator.Options()
        options.fetch = RemoteFile.fetch
        options.isDryRun = dryRun
        options.isForced = force
        options.package = try packaging.makeScaffold()
        options.declared.path = declared
        options.declared.earlier = beside
        var inputs: [String] = []
        var isFailure = false
        let progress = ProgressDisplay(of: plan.clients.map(\.name), isShown: !json && !quiet)
        await Generator.generate(plan, options: options) { report in
            progress.clear()
            Console.report(report.findings)
            if json { print(report.json) } else if !quiet || report.isFailure { print(report.line) }
            fflush(nil)
            progress.advance()
            if watched != nil { inputs += report.inputs }
            isFailure = isFailure || report.isFailure
        }
        try completeWatched(inputs)
        if isFailure { throw ExitCode.findings }
    }

    private func completeWatched(_ inputs: [String]) throws {
        guard let watched else { return }
        do {
            try WatchList.complete(watched, with: inputs)
        } catch {
            Console.complain(error.description)
            throw ExitCode.usage
        }
    }
}
