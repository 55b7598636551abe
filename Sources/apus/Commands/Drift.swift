import ApusPipeline
import ArgumentParser

struct Drift: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print where recorded traffic differs from the document; exit with 1 if it does.",
        discussion:
            "Reports members, values, statuses, content types and query parameters that are not documented, required ones that are absent, and other types: each once for an operation, with its number of occurrences. No value of the traffic is printed or written."
    )

    @Argument(help: "Recordings as HTTP Archive 1.2 (HAR): paths, or - for standard input.")
    var recordings: [String]

    @Option(help: "The client of the workspace whose document, overlays and settings apply. Default: the only one.")
    var client: String?

    @Option(help: "The workspace file.")
    var workspace = Workspace.fileName

    @Option(
        help:
            "One document, without a workspace: a path, - for standard input, or a file:, http: or https: address.")
    var spec: String?

    @Option(help: "The format of the report: \(Lint.Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = Lint.Format.text

    @Flag(help: "Print the number of differences only.")
    var quiet = false

    @Option(help: "Write an overlay document that accepts what was seen.")
    var writeOverlay: String?

    @OptionGroup
    var options: SpecOptions

    func validate() throws {
        if recordings.isEmpty { throw ValidationError("Name a recording, such as traffic.har.") }
        if spec != nil, client != nil { throw ValidationError("--spec and --client exclude each other.") }
        if recordings.count(where: { $0 == "-" }) + (spec == "-" ? 1 : 0) > 1 {
            throw ValidationError("Only one file can be standard input.")
        }
        if quiet, format != .text { throw ValidationError("--quiet needs the format text.") }
    }

    func run() async throws {
        let (configuration, workspace) = try configure()
        let outcome = try compare(configuration, workspace)
        guard let report = outcome.report else {
            Console.report(outcome.findings)
            throw ExitCode.findings
        }
        try show(report)
    }

    private func compare(_ configuration: ClientConfiguration, _ workspace: Workspace) throws -> ContractWatch.Outcome {
        do {
            return try ContractWatch.compare(
                recordings, with: configuration, of: workspace, withOverlay: writeOverlay != nil,
                fetch: RemoteFile.fetch)
        } catch {
            Console.complain(String(describing: error))
            throw ExitCode.findings
        }
    }

    private func show(_ report: ContractReport) throws {
        switch format {
        case .text:
            print(quiet ? report.summary + "\n" : report.text(color: Console.isColored(.output)), terminator: "")
        case .json: print(report.json)
        case .sarif: print(report.sarif)
        case .github: print(report.github, terminator: "")
        }
        if let writeOverlay { try write(report, to: writeOverlay) }
        if !report.isEmpty { throw ExitCode.findings }
    }

    private func configure() throws -> (ClientConfiguration, Workspace) {
        if let spec { return (options.makeClient(spec: spec), Workspace(folder: "", clients: [])) }
        do {
            let plan = try Workspace.load(workspace).selecting(client.map { [$0] } ?? [])
            guard var configuration = plan.clients.first, plan.clients.count == 1 else {
                Console.complain("the workspace has several clients; --client names one of them")
                throw ExitCode.usage
            }
            options.add(to: &configuration)
            return (configuration, plan)
        } catch let problem as WorkspaceProblem {
            Console.complain(problem.text)
            throw ExitCode.usage
        }
    }

    private func write(_ report: ContractReport, to path: String) throws {
        guard report.overlay != nil else {
            let reason = report.isEmpty ? "there is no difference" : "no difference is one that an overlay can accept"
            return Console.report("\(reason); nothing written to \(path)")
        }
        do {
            try report.writeOverlay(to: path)
        } catch {
            Console.complain(error.text)
            throw ExitCode.usage
        }
        let rest = report.remaining == 0 ? "" : "; \(report.remaining) are left, which it cannot accept"
        Console.report("wrote \(path); use it as --overlay, or under `overlays` in apus.yaml" + rest)
    }
}
