import ApusPipeline
import ArgumentParser

/// Common options of commands that read one document without a workspace.
struct SpecOptions: ParsableArguments {
    @Option(name: .customLong("overlay"), help: "An overlay document, applied before anything else. May be repeated.")
    var overlays: [String] = []

    @Option(
        name: .customLong("allow-root"),
        help: "A folder outside the document's own that $ref may lead to. May be repeated.")
    var roots: [String] = []

    @Option(
        name: .customLong("allow-host"),
        help:
            "A host that $ref may be fetched from over http and https, with its port unless it is the scheme's. May be repeated. Without it, none."
    )
    var hosts: [String] = []

    @Flag(help: "Treat warnings as errors.")
    var strict = false

    func makeClient(spec: String, name: String = "", output: String = "") -> ClientConfiguration {
        var client = ClientConfiguration(name: name, spec: spec, output: output)
        client.isStandardInput = spec == "-"
        client.overlays = overlays
        client.roots = roots
        client.allowedHosts = hosts.map { $0.lowercased() }
        client.isStrict = strict
        return client
    }
}
