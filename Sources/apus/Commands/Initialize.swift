import ApusPipeline
import ArgumentParser

struct Initialize: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract:
            "Write a commented apus.yaml; given a document, with its client, or add the client to the apus.yaml that is there."
    )

    @Argument(help: "The document of the client: a path, - for standard input, or a file:, http: or https: address.")
    var spec: String?

    @Option(help: "The Swift module of the client. Default: the document's title.")
    var name: String?

    @Option(help: "The output folder. Default: Sources/<name> beside a Package.swift, otherwise Generated/<name>.")
    var output: String?

    func validate() throws {
        if let name, !ClientConfiguration.isModuleName(name) {
            throw ValidationError("--name must be \(ClientConfiguration.moduleNameDescription).")
        }
        if output != nil, spec == nil { throw ValidationError("--output needs a document.") }
    }

    func run() async throws {
        var request = Setup.Request()
        (request.spec, request.name, request.output) = (spec, name, output)
        request.fetch = RemoteFile.fetch
        request.checkout = OwnCheckout.path()
        let setup: Setup
        do {
            setup = try Setup.write(request)
        } catch {
            Console.complain(error.text)
            throw ExitCode.usage
        }
        guard let client = setup.client else {
            if let findings = setup.findings {
                Console.report(findings)
                throw ExitCode.findings
            }
            return print(setup.summary)
        }
        print(setup.summary)
        // Standard input was read to its end.
        if spec != "-" { try await Generate.parse([client]).run() }
        print(setup.next, terminator: "")
    }
}
