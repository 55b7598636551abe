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

    @Flag(
        help:
            "Print what the documents change for callers, in the words of apus diff, instead of differing lines. The earlier documents are read from git."
    )
    var summary = false

    func run() async throws {
        let plan = try source.makePlan(names: names)
        var options = Generator.Options()
        options.fetch = RemoteFile.fetch
        options.isDryRun = true
        options.package = try packaging.makeScaffold()
        options.showsDifference = !summary
        let reports = await Generator.generate(plan, options: options)
        for (report, client) in zip(reports, plan.clients) {
            Console.report(report.findings)
            print(report.difference, terminator: "")
            print(report.line)
            if summary, !report.isFailure, !report.isUpToDate { summarize(client, of: plan) }
        }
        if reports.contains(where: { $0.isFailure || !$0.isUpToDate }) { throw ExitCode.findings }
    }

    private func summarize(_ client: ClientConfiguration, of plan: Workspace) {
        do throws(ComparisonProblem) {
            let outcome = try RecordedVersion.compare(client, of: plan, fetch: RemoteFile.fetch)
            if let text = outcome.print(.text) { print(text, terminator: "") }
            for findings in outcome.findings where findings.isFailure { Console.report(findings) }
        } catch {
            Console.complain(error.text)
        }
    }
}
