import ApusPipeline
import ArgumentParser

struct Update: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Fetch the documents that have an address, print what changes for callers, and generate again.",
        discussion:
            "A document has an address by `from:` beside the path in `spec:`, or by `spec:` itself, and then no copy is kept. The report is printed before anything is written. apus.lock records what each client was generated from."
    )

    @Argument(help: "The clients to update. Default: all clients of the workspace.")
    var names: [String] = []

    @Option(help: "The workspace file.")
    var workspace = Workspace.fileName

    @Flag(help: "Stop after the report: write nothing.")
    var dryRun = false

    @Flag(
        help:
            "Replace documents and output that were edited since. Default: write nothing of a client that has any of them."
    )
    var force = false

    @Flag(help: "Allow documents, overlays, templates and outputs outside of the checkout.")
    var allowOutside = false

    func run() async throws {
        var options = WorkspaceUpdate.Options(fetchNewer: RemoteFile.fetchNewer, fetch: RemoteFile.fetch)
        options.isForced = force
        let update = try await complaining(exit: .usage) {
            try await WorkspaceUpdate.prepare(makePlan(), options: options)
        }
        for client in update.clients {
            if let rehearsal = client.rehearsal { Console.report(rehearsal.findings) }
            print(client.text, terminator: "")
            if let rehearsal = client.rehearsal, dryRun || rehearsal.isFailure { print(rehearsal.line) }
        }
        if !dryRun {
            let reports = try await complaining(exit: .findings) { try await update.take() }
            for report in reports { print(report.line) }
            if reports.contains(where: \.isFailure) { throw ExitCode.findings }
        }
        if update.clients.contains(where: \.isFailure) { throw ExitCode.findings }
    }

    private func makePlan() throws(WorkspaceProblem) -> Workspace {
        var plan = try Workspace.load(workspace).selecting(names)
        if allowOutside { (plan.home, plan.checkout) = (nil, nil) }
        return plan
    }

    /// Runs `body`; prints a problem, and throws the exit code.
    private func complaining<Result>(exit code: ExitCode, _ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let problem as WorkspaceProblem {
            Console.complain(problem.text)
            throw ExitCode.usage
        } catch let problem as OutputProblem {
            Console.complain(problem.description)
            throw code
        }
    }
}
