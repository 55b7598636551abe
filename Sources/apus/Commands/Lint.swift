import ApusPipeline
import ApusSource
import ArgumentParser

struct Lint: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, sarif, github
    }

    static let configuration = CommandConfiguration(
        abstract: "Report the findings about documents: location, reason, and effect on the generated code.",
        discussion:
            "Without a document, the documents of the workspace's clients are examined, with the overlays and settings of each."
    )

    @Argument(
        help:
            "OpenAPI or Swagger documents: paths, - for standard input, or file:, http: or https: addresses. Default: those of the workspace."
    )
    var specs: [String] = []

    @Option(help: "The workspace file.")
    var workspace = Workspace.fileName

    @Option(name: .customLong("client"), help: "A client of the workspace, instead of all. Repeatable.")
    var clients: [String] = []

    @Option(help: "The format of findings: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = Format.text

    @Flag(help: "Print notes as well as warnings and errors.")
    var notes = false

    @Flag(help: "Print errors only, and no line for a document without one.")
    var quiet = false

    @Flag(
        help:
            "Print every finding, also where one id occurs more than \(Console.limit) times. The other formats always have every finding."
    )
    var all = false

    @Option(help: "Write an overlay document with the corrections that leave no choice. One document only.")
    var writeOverlay: String?

    @OptionGroup
    var options: SpecOptions

    func validate() throws {
        if !specs.isEmpty, !clients.isEmpty { throw ValidationError("Documents and --client exclude each other.") }
        if quiet, notes { throw ValidationError("--quiet and --notes exclude each other.") }
        if writeOverlay != nil, specs.count > 1 || clients.count > 1 {
            throw ValidationError("--write-overlay needs one document.")
        }
    }

    func run() async throws {
        let found = try findSources().map { source in
            let findings = try lint(source)
            return (name: source.client.spec, findings: quiet ? findings.limited(to: .error) : findings, all: findings)
        }
        switch format {
        case .text: for one in found { print(text(of: one.findings, one.name), terminator: "") }
        case .json: print(Findings.json(of: found.map(\.findings)))
        case .sarif: print(Findings.sarif(of: found.map(\.findings)))
        case .github: for one in found { print(one.findings.github, terminator: "") }
        }
        if let writeOverlay { try write(found.map { ($0.name, $0.all) }, to: writeOverlay) }
        if found.contains(where: \.findings.isFailure) { throw ExitCode.findings }
    }

    private typealias Source = (client: ClientConfiguration, workspace: Workspace?)

    private func findSources() throws -> [Source] {
        if !specs.isEmpty { return specs.map { (options.makeClient(spec: $0), nil) } }
        do {
            let plan = try Workspace.load(workspace).selecting(clients)
            return plan.clients.map { client in
                var client = client
                client.overlays += options.overlays
                client.allowedHosts += options.hosts.map { $0.lowercased() }
                if options.strict { client.isStrict = true }
                return (client, plan)
            }
        } catch {
            Console.complain(error.text)
            throw ExitCode.usage
        }
    }

    private func lint(_ source: Source) throws -> Findings {
        guard let workspace = source.workspace else {
            return Inspection.lint(source.client, withNotes: notes, fetch: RemoteFile.fetch)
        }
        do {
            return try Inspection.lint(source.client, of: workspace, withNotes: notes, fetch: RemoteFile.fetch)
        } catch {
            Console.complain(String(describing: error))
            throw ExitCode.findings
        }
    }

    private func text(of findings: Findings, _ name: String) -> String {
        if !findings.isEmpty { return Console.text(of: findings, all: all, on: .output) }
        return quiet ? "" : findings.success(name) + "\n"
    }

    private func write(_ found: [(name: String, findings: Findings)], to path: String) throws {
        guard found.count == 1 else {
            Console.complain("--write-overlay needs one document; --client names one of the workspace's")
            throw ExitCode.usage
        }
        guard let draft = OverlayDraft(found[0].findings, of: found[0].name) else {
            Console.report("no finding has a correction that leaves no choice; nothing written to \(path)")
            return
        }
        do {
            try draft.write(to: path)
        } catch {
            Console.complain(error.text)
            throw ExitCode.usage
        }
        Console.report(
            "wrote \(path) with \(draft.count) correction\(draft.count == 1 ? "" : "s"); use it as --overlay, or under `overlays` in apus.yaml"
        )
    }
}
