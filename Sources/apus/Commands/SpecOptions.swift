import ApusPipeline
import ArgumentParser

/// What commands that read one document without a workspace have in common.
struct SpecOptions: ParsableArguments {
    @Option(name: .customLong("overlay"), help: "An overlay document, applied before anything else. May be repeated.")
    var overlays: [String] = []

    @Option(
        name: .customLong("allow-root"),
        help: "A folder outside the document's own that $ref may lead to. May be repeated.")
    var roots: [String] = []

    @Flag(help: "Treat warnings as errors.")
    var strict = false

    func makeClient(spec: String, name: String = "", output: String = "") -> ClientConfiguration {
        var client = ClientConfiguration(name: name, spec: spec, output: output)
        client.overlays = overlays
        client.roots = roots
        client.isStrict = strict
        return client
    }
}
