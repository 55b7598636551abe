import ApusPipeline
import ArgumentParser

struct Generate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Generate all clients of the workspace, the named ones, or one from --spec.")

    @Argument(help: "The clients to generate. Default: all clients of the workspace.")
    var names: [String] = []

    @OptionGroup
    var source: ClientOptions

    @Flag(help: "Write a complete Swift package around the client.")
    var package = false

    @Option(
        help:
            "With --package: the local checkout of Apus that the package depends on. Default: the checkout that built this tool."
    )
    var apusPath: String?

    @Option(
        help:
            "With --package: the repository of Apus that the package depends on, from version \(GeneratorVersion.current) on."
    )
    var apusURL: String?

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

    func validate() throws {
        if package, source.spec == nil { throw ValidationError("--package needs --spec.") }
        if apusPath != nil, apusURL != nil { throw ValidationError("--apus-path and --apus-url exclude each other.") }
        if package, scaffold == nil {
            throw ValidationError(
                "--package needs --apus-path with a local checkout of Apus, or --apus-url with a repository."
            )
        }
        if !package, apusPath != nil || apusURL != nil {
            throw ValidationError("--apus-path and --apus-url need --package.")
        }
        if source.spec != nil, !names.isEmpty {
            throw ValidationError("Names of clients and --spec exclude each other.")
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
