import ApusPipeline
import ArgumentParser

struct Generate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Generates all clients of the workspace, or those named, or one from --spec.")

    @Argument(help: "The clients to generate. Default: all of the workspace.")
    var names: [String] = []

    @OptionGroup
    var source: ClientOptions

    @Flag(help: "Write a complete Swift package around the client.")
    var package = false

    @Option(
        help: "With --package: the local checkout of Apus that it depends on. Default: the one this tool was built in.")
    var apusPath: String?

    @Option(help: "With --package: the repository of Apus that it depends on, from version \(ApusVersion.current) on.")
    var apusURL: String?

    @Flag(
        help:
            "Replace files in the output folder that Apus did not write, or that somebody edited since. Without it, nothing is written then."
    )
    var force = false

    @Flag(help: "Say what would change, and write nothing.")
    var dryRun = false

    @Flag(help: "Print one JSON object per client.")
    var json = false

    @Flag(help: "Print findings only.")
    var quiet = false

    func validate() throws {
        if package, source.spec == nil { throw ValidationError("--package needs --spec.") }
        if apusPath != nil, apusURL != nil { throw ValidationError("--apus-path and --apus-url say the same thing.") }
        if package, scaffold == nil {
            throw ValidationError(
                "--package needs to know where Apus is: --apus-path with a local checkout, or --apus-url with a repository."
            )
        }
        if !package, apusPath != nil || apusURL != nil {
            throw ValidationError("--apus-path and --apus-url go with --package.")
        }
        if source.spec != nil, !names.isEmpty {
            throw ValidationError("Clients are named without --spec, or --spec is given.")
        }
    }

    private var scaffold: PackageScaffold? {
        if let apusURL { return .dependingOn(url: apusURL) }
        return (apusPath ?? OwnCheckout.path()).map { .dependingOn(path: $0) }
    }

    func run() async throws {
        let plan = try source.makePlan(names: names)
        var options = Generator.Options()
        options.fetch = RemoteFile.fetch
        options.isDryRun = dryRun
        options.isForced = force
        options.package = package ? scaffold : nil
        let reports = await Generator.generate(plan, options: options)
        for report in reports {
            Console.report(report.findings)
            if json { print(report.json) } else if !quiet || report.isFailure { print(report.line) }
        }
        if reports.contains(where: \.isFailure) { throw ExitCode.findings }
    }
}
