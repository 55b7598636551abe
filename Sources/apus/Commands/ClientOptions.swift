import ApusPipeline
import ArgumentParser

/// The source of the clients: the workspace file, or one document named on the command line.
struct ClientOptions: ParsableArguments {
    @Option(help: "The workspace file.")
    var workspace = Workspace.fileName

    @Option(
        help:
            "One document to generate from, without a workspace: a path, - for standard input, or a file:, http: or https: address."
    )
    var spec: String?

    @Option(help: "The output folder. It overrides the output of a workspace that has one client.")
    var output: String?

    @Option(
        help: "The Swift module. Default: the document's title. It overrides the name of a workspace's only client.")
    var name: String?

    @Option(
        help: "The Swift module that compiles the client together with other code. Default: one of the client's own.")
    var module: String?

    @Option(help: "The access level of the generated code: public, package or internal.")
    var access: String?

    @Option(help: "The namespaces of the client: tags or none. Default: tags for over 30 operations in several tags.")
    var namespaces: String?

    @Option(help: "A fixed number of files for models, and the same number for operations.")
    var shards: Int?

    @Option(
        help:
            "An openapi-generator-config.yaml of Swift OpenAPI Generator; Apus applies the keys that have the same meaning."
    )
    var generatorConfig: String?

    @Flag(
        help:
            "Allow outputs outside of the workspace file's folder, and documents, overlays, templates and roots outside of its checkout, also through links. Default: touch nothing outside."
    )
    var allowOutside = false

    @OptionGroup
    var options: SpecOptions

    func validate() throws {
        if let access, ClientConfiguration.Access(rawValue: access) == nil {
            throw ValidationError("--access must be public, package or internal.")
        }
        if let shards, !(1...1_000).contains(shards) {
            throw ValidationError("--shards must be a number from 1 to 1000.")
        }
        if let namespaces, !["none", "tags"].contains(namespaces) {
            throw ValidationError("--namespaces must be none or tags.")
        }
        if let name, !ClientConfiguration.isModuleName(name) {
            throw ValidationError("--name must be \(ClientConfiguration.moduleNameDescription).")
        }
        if let module, !ClientConfiguration.isModuleName(module) {
            throw ValidationError("--module must be \(ClientConfiguration.moduleNameDescription).")
        }
        if spec != nil, output == nil {
            throw ValidationError(
                "--spec needs --output, the folder to generate into, such as --output Sources/Acme.")
        }
    }

    /// - Throws: `ExitCode.usage` after printing the problem of the workspace file or the names.
    func makePlan(names: [String]) throws -> Workspace {
        var plan: Workspace
        do {
            if let spec {
                var client = options.makeClient(spec: spec, name: name ?? "", output: output ?? "")
                client.generatorConfig = generatorConfig
                plan = Workspace.single(client)
            } else {
                plan = try Workspace.load(workspace).selecting(names)
                if let output { try plan.redirect(to: output) }
                if let name { try plan.rename(to: name) }
            }
        } catch {
            Console.complain(error.text)
            throw ExitCode.usage
        }
        if allowOutside { (plan.home, plan.checkout) = (nil, nil) }
        for index in plan.clients.indices {
            if let access { plan.clients[index].access = .init(rawValue: access) ?? .public }
            if let namespaces { plan.clients[index].hasNamespaces = namespaces == "tags" }
            if let module { plan.clients[index].module = module }
            if let shards { plan.clients[index].shards = shards }
            plan.clients[index].allowedHosts += options.hosts.map { $0.lowercased() }
            if options.strict { plan.clients[index].isStrict = true }
        }
        return plan
    }
}
