import ApusPipeline
import ArgumentParser

struct Initialize: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Write a commented apus.yaml; given a document, with its client.")

    @Argument(help: "The document of the first client.")
    var spec: String?

    @Option(help: "The Swift module of the first client. Default: the document's title.")
    var name: String?

    func validate() throws {
        if let name, !ClientConfiguration.isModuleName(name) {
            throw ValidationError(
                "--name must be the name of a Swift module that neither Swift nor the runtime has: letters, digits, underscores."
            )
        }
    }

    func run() async throws {
        do {
            let path = try WorkspaceTemplate.write(spec: spec, name: name)
            print("wrote \(path)")
        } catch {
            Console.complain(String(describing: error))
            throw ExitCode.usage
        }
        if spec != nil { try await Generate.parse([]).run() }
    }
}
