import ApusPipeline
import ArgumentParser

struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Print what a new version of a document changes for callers; exit with 1 if a caller compiles no more.",
        discussion:
            "Breaking: a caller compiles no more. Silent: it compiles and behaves otherwise. Deprecated, added, and internal: it compiles and behaves as before. Documentation/Changes.md lists every kind of change."
    )

    @Argument(
        help: ArgumentHelp(
            "The old document: a path, - for standard input, an http or https address, git:REVISION for the same path in a commit, or git:REVISION:PATH with a path from the root of the repository."
        ))
    var old: String

    @Argument(help: "The new document, in the same forms.")
    var new: String

    @Option(help: "The format of the report: \(formats). Default: text.", transform: parse)
    var format = ReportFormat.text

    @Option(
        name: .customLong("accept"),
        help: "A list of changes that are accepted, each with a reason. --format accept prints one to fill in.")
    var accepted: String?

    @Flag(help: "Print internal and accepted changes too. JSON, SARIF and HTML always have every change.")
    var all = false

    @Option(help: "The client of the workspace file whose configuration applies to both documents.")
    var client: String?

    @Option(help: "The workspace file, for --client.")
    var workspace = Workspace.fileName

    @Option(help: "The Swift module of both. Default: the title of each document.")
    var name: String?

    @Option(
        help: ArgumentHelp(
            "A folder with your own sources, such as Sources/App: type-check them with the client of the new document, and print the lines that compile no more. The exit code is then about these.",
            valueName: "path"))
    var callers: String?

    @Option(help: "With --callers: the folder of your package's build. Default: .build/debug of the package around it.")
    var buildPath: String?

    @OptionGroup
    var options: SpecOptions

    private static let formats = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")

    private static func parse(_ word: String) throws -> ReportFormat {
        guard let format = ReportFormat(rawValue: word) else {
            throw ValidationError("\(word) is no format; there are \(formats).")
        }
        return format
    }

    func validate() throws {
        if old == "-", new == "-" { throw ValidationError("Only one document can be standard input.") }
        if callers == nil, buildPath != nil { throw ValidationError("--build-path needs --callers.") }
        if callers != nil, format != .text { throw ValidationError("--callers needs the format text.") }
        if client != nil, name != nil { throw ValidationError("--client and --name exclude each other.") }
        if let name, !ClientConfiguration.isModuleName(name) {
            throw ValidationError("--name must be \(ClientConfiguration.moduleNameDescription).")
        }
    }

    func run() async throws {
        let (configuration, folder) = try configure()
        let outcome: DocumentComparison.Outcome
        let check: CallerCheck?
        do throws(ComparisonProblem) {
            outcome = try DocumentComparison.compare(
                DocumentSource(old), DocumentSource(new), client: configuration, workspace: folder,
                accepting: accepted, fetch: RemoteFile.fetch)
            check = try callers.flatMap { path throws(ComparisonProblem) in
                try CallerCheck.run(path, build: buildPath, comparison: outcome, client: configuration, of: folder)
            }
        } catch {
            Console.complain(error.text)
            throw ExitCode.usage
        }
        guard let text = outcome.print(format, all: all) else {
            for findings in outcome.findings where findings.isFailure { Console.report(findings) }
            throw ExitCode.findings
        }
        for fingerprint in outcome.unused {
            Console.complain("no change is \(fingerprint) any more; remove it from \(accepted ?? "")")
        }
        print(text, terminator: "")
        if let check { return try report(check) }
        if outcome.isBreaking { throw ExitCode.findings }
    }

    private func report(_ check: CallerCheck) throws {
        if let first = check.earlier.first {
            Console.complain(
                "\(check.earlier.count) errors of the callers are not the new document's, because the old one's client has them too; the first: \(first)"
            )
        }
        print("\n" + check.text, terminator: "")
        if !check.findings.isEmpty { throw ExitCode.findings }
    }

    /// The configuration of both documents, and the folder that its paths are relative to.
    private func configure() throws -> (ClientConfiguration, Workspace) {
        guard let client else {
            return (options.makeClient(spec: "", name: name ?? ""), Workspace(folder: "", clients: []))
        }
        do {
            let plan = try Workspace.load(workspace).selecting([client])
            guard var configuration = plan.clients.first else { throw ExitCode.usage }
            options.add(to: &configuration)
            return (configuration, plan)
        } catch let problem as WorkspaceProblem {
            Console.complain(problem.text)
            throw ExitCode.usage
        }
    }
}
