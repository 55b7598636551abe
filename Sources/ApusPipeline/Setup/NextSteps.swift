/// The end of the output of `apus init`: the lines of Package.swift that build the client and use it.
struct NextSteps {
    let module: String
    /// The client's folder, relative to the package.
    let output: String
    let usesXML: Bool
    let hasManifest: Bool
    /// The line of a manifest that names Apus.
    let dependency: String

    var text: String {
        guard hasManifest else {
            return """
                Next: there is no Package.swift here. Write one (swift package init), or let Apus write a package around the client:
                    apus generate --package

                """
        }
        let path = output == "Sources/\(module)" ? "" : ", path: \"\(output)\""
        let products = (["ApusRuntime"] + (usesXML ? ["ApusXML"] : [])).map {
            ".product(name: \"\($0)\", package: \"Apus\")"
        }
        return """
            Next, in Package.swift (swift-tools-version 6.1, platforms: [.macOS(.v13)] or newer):
                dependencies: [
                    \(dependency),
                ],
                targets: [
                    .target(name: "\(module)", dependencies: [\(products.joined(separator: ", "))]\(path)),
                    // and in the target that calls it:
                    // dependencies: ["\(module)", .product(name: "ApusURLSession", package: "Apus")]
                ]

            """
    }
}
