import ApusEmission

/// A complete SwiftPM package around one client, ready for `swift build`.
public struct PackageScaffold: Sendable {
    /// The line of the manifest with the location of Apus.
    private let dependency: String

    /// A local checkout of Apus, as it is seen from the package. A client needs no trait, and a checkout has all of them unless told.
    public static func dependingOn(path: String) -> PackageScaffold {
        PackageScaffold(dependency: ".package(name: \"Apus\", path: \(SwiftSource.literal(path)), traits: [])")
    }

    /// A repository of Apus, from this tool's version on.
    public static func dependingOn(url: String) -> PackageScaffold {
        PackageScaffold(dependency: ".package(url: \(SwiftSource.literal(url)), from: \"\(GeneratorVersion.current)\")")
    }

    /// The client's folder in the package, the only one that belongs to Apus alone.
    static func folder(of module: String) -> String { "Sources/\(module)" }

    /// The client's files under `Sources/<module>`, with a manifest beside.
    func wrap(_ files: [GeneratedFile], module: String, usesXML: Bool) -> [GeneratedFile] {
        let sources = files.map { file in
            GeneratedFile(
                path: file.path == "README.md" ? file.path : Self.folder(of: module) + "/" + file.path,
                contents: file.contents)
        }
        return [GeneratedFile(path: "Package.swift", contents: manifest(module: module, usesXML: usesXML))] + sources
    }

    private func manifest(module: String, usesXML: Bool) -> String {
        let products = ["ApusRuntime"] + (usesXML ? ["ApusXML"] : [])
        let list = products.map { ".product(name: \"\($0)\", package: \"Apus\")" }.joined(separator: ", ")
        return """
            // swift-tools-version: 6.1
            import PackageDescription

            let package = Package(
                name: "\(module)",
                platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
                products: [
                    .library(name: "\(module)", targets: ["\(module)"])
                ],
                dependencies: [
                    \(dependency)
                ],
                targets: [
                    .target(name: "\(module)", dependencies: [\(list)])
                ],
                swiftLanguageModes: [.v6]
            )

            """
    }
}
