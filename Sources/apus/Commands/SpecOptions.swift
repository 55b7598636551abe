import ApusPipeline
import ArgumentParser

/// Common options of commands that read one document without a workspace.
struct SpecOptions: ParsableArguments {
    @Option(name: .customLong("overlay"), help: "An overlay document, which is applied first. Repeatable.")
    var overlays: [String] = []

    @Option(
        name: .customLong("allow-root"),
        help: "A folder outside the document's own that $ref may reach. Repeatable.")
    var roots: [String] = []

    @Option(
        name: .customLong("allow-host"),
        help:
            "A host from which $ref may fetch over http and https, with its port unless it is the scheme's. Repeatable. Default: none."
    )
    var hosts: [String] = []

    @Flag(help: "Treat warnings as errors.")
    var strict = false

    func makeClient(spec: String, name: String = "", output: String = "") -> ClientConfiguration {
        var client = ClientConfiguration(name: name, spec: spec, output: output)
        add(to: &client)
        return client
    }

    /// Adds the options to a client's configuration.
    func add(to client: inout ClientConfiguration) {
        client.overlays += overlays
        client.roots += roots
        client.allowedHosts += hosts.map { $0.lowercased() }
        if strict { client.isStrict = true }
    }
}
