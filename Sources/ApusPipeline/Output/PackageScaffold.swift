import ApusEmission

/// A complete SwiftPM package around one client, ready for `swift build`.
public struct PackageScaffold: Sendable {
    /// A local checkout of Apus to depend on; nil: the published package.
    public var apusPath: String?

    public init(apusPath: String? = nil) {
        self.apusPath = apusPath
    }

    /// The client's files under `Sources/<module>`, with a manifest beside.
    func wrap(_ files: [GeneratedFile], module: String, usesXML: Bool) -> [GeneratedFile] {
        let sources = files.map { file in
            GeneratedFile(
                path: file.path == "README.md" ? file.path : "Sources/\(module)/" + file.path, contents: file.contents)
        }
        return [GeneratedFile(path: "Package.swift", contents: manifest(module: module, usesXML: usesXML))] + sources
    }

    private func manifest(module: String, usesXML: Bool) -> String {
        let dependency =
            apusPath.map { ".package(name: \"Apus\", path: \(quote($0)))" }
            ?? ".package(url: \"https://github.com/apus-swift/apus\", from: \"\(ApusVersion.current)\")"
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

    private func quote(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
