import ApusPipeline
import ArgumentParser

/// Options of commands that write or compare a complete package around each client.
struct PackageOptions: ParsableArguments {
    @Flag(help: "Each output folder is a complete Swift package around its client.")
    var package = false

    @Option(
        help:
            "With --package: the local checkout of Apus that the package depends on. Default: the checkout that built this tool."
    )
    var apusPath: String?

    @Option(
        help:
            "With --package: the repository of Apus that the package depends on, from version \(GeneratorVersion.current) on."
    )
    var apusURL: String?

    func validate() throws {
        if apusPath != nil, apusURL != nil { throw ValidationError("--apus-path and --apus-url exclude each other.") }
        if !package, apusPath != nil || apusURL != nil {
            throw ValidationError("--apus-path and --apus-url need --package.")
        }
        if let apusPath, !PackageScaffold.isCheckout(apusPath) {
            throw ValidationError(
                "--apus-path is \"\(apusPath)\", which is no checkout of Apus: it has no Package.swift beside Sources/ApusRuntime."
            )
        }
        if package, apusURL == nil, apusPath == nil, OwnCheckout.path() == nil {
            throw ValidationError(
                "--package needs --apus-path with a local checkout of Apus, or --apus-url with a repository."
            )
        }
    }

    /// nil without `--package`.
    func makeScaffold() throws(OutputProblem) -> PackageScaffold? {
        guard package else { return nil }
        if let apusURL { return .dependingOn(url: apusURL) }
        guard let path = apusPath ?? OwnCheckout.path() else { return nil }
        return try .dependingOn(checkout: path)
    }
}
