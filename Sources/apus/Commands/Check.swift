import ApusPipeline
import ArgumentParser

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Compare the committed output with the documents; print the differences and exit with 1 if there are any."
    )

    @Argument(help: "The clients to check. Default: all clients of the workspace.")
    var names: [String] = []

    @OptionGroup
    var source: ClientOptions

    @OptionGroup
    var packaging: PackageOptions

    func run() async throws {
        let plan = try source.makePlan(names: names)
        var options = Generator.Options()
        options.fetch = RemoteFile.fetch
        options.isDryRun = true
        options.package = try packaging.makeScaffold()
        options.showsDifference = true
        let reports = await Generator.generate(plan, options: options)
        for report in reports {
            Console.report(report.findings)
            print(report.difference, terminator: "")
            print(report.line)
        }
        if reports.contains(where: { $0.isFailure || !$0.isUpToDate }) { throw ExitCode.findings }
    }
}
