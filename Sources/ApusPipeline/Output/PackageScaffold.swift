import ApusEmission
import ApusPlatform

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A complete SwiftPM package around one client, ready for `swift build`.
public struct PackageScaffold: Sendable {
    /// The line of the manifest with the location of Apus.
    private let dependency: String

    /// A local checkout of Apus, by its absolute path.
    ///
    /// - Parameter path: As this process can open it.
    /// - Throws: ``OutputProblem`` when there is no checkout.
    public static func dependingOn(checkout path: String) throws(OutputProblem) -> PackageScaffold {
        guard isCheckout(path) else {
            throw OutputProblem(
                path: path, action: "depend on",
                reason: "it is no checkout of Apus, which has a Package.swift beside Sources/ApusRuntime")
        }
        return dependingOn(path: absolute(path))
    }

    /// A local checkout of Apus, as it is seen from the package. A client needs no trait, and a checkout has all of them unless told.
    /// The line of a manifest that names Apus: the checkout that built this tool, otherwise a repository.
    static func dependency(onCheckout path: String?) -> String {
        path.map { dependingOn(path: absolute($0)).dependency } ?? dependingOn(url: "…").dependency
    }

    static func dependingOn(path: String) -> PackageScaffold {
        PackageScaffold(dependency: ".package(name: \"Apus\", path: \(SwiftSource.literal(path)), traits: [])")
    }

    /// Whether a folder is a checkout of Apus, which the runtime's source shows: a manifest contains the package's own name only.
    public static func isCheckout(_ path: String) -> Bool {
        ["Package.swift", "Sources/ApusRuntime"].allSatisfy { access(path + "/" + $0, F_OK) == 0 }
    }

    /// Without a slash at its end. Links stay, because they may be there to outlive what they lead to.
    private static func absolute(_ path: String) -> String {
        let absolute = URL(filePath: path).standardizedFileURL.path(percentEncoded: false)
        return absolute.count > 1 && absolute.hasSuffix("/") ? String(absolute.dropLast()) : absolute
    }

    /// A repository of Apus, from this tool's version on.
    public static func dependingOn(url: String) -> PackageScaffold {
        PackageScaffold(dependency: ".package(url: \(SwiftSource.literal(url)), from: \"\(GeneratorVersion.current)\")")
    }

    /// The client's folder in the package, the only one that belongs to Apus alone.
    static func folder(of module: String) -> String { "Sources/\(module)" }

    /// How another package uses the one in a folder.
    func use(in output: String, module: String) -> ModuleUse {
        let name = output.split(separator: "/").last { $0 != "." && $0 != ".." }
        return .package(folder: name.map(String.init) ?? module, dependency: dependency)
    }

    /// The module of a client's examples in the package, which is a product of its own.
    private static func examples(of module: String) -> String { module + "Examples" }

    /// The client's files under `Sources/<module>`, with a manifest and the README beside, and its examples under
    /// `Sources/<module>Examples`.
    func wrap(
        _ files: [GeneratedFile], module: String, usesXML: Bool, examples: [GeneratedFile] = []
    ) -> [GeneratedFile] {
        let readme = ReadmeLocation.path(module: module)
        let sources = files.map { file in
            GeneratedFile(
                path: file.path == readme ? "README.md" : Self.folder(of: module) + "/" + file.path,
                contents: file.contents)
        }
        let folder = Self.folder(of: Self.examples(of: module)) + "/"
        let text = manifest(module: module, usesXML: usesXML, hasExamples: !examples.isEmpty)
        return [GeneratedFile(path: "Package.swift", contents: text)] + sources
            + examples.map { GeneratedFile(path: folder + $0.path, contents: $0.contents) }
    }

    private func manifest(module: String, usesXML: Bool, hasExamples: Bool) -> String {
        let examples = Self.examples(of: module)
        let further =
            !hasExamples
            ? ("", "")
            : (
                ",\n        .library(name: \"\(examples)\", targets: [\"\(examples)\"])",
                """
                ,
                        .target(
                            name: "\(examples)",
                            dependencies: ["\(module)", .product(name: "ApusExamples", package: "Apus")])
                """
            )
        let products = ["ApusRuntime"] + (usesXML ? ["ApusXML"] : [])
        let list = products.map { ".product(name: \"\($0)\", package: \"Apus\")" }.joined(separator: ", ")
        return """
            // swift-tools-version: 6.1
            import PackageDescription

            let package = Package(
                name: "\(module)",
                platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
                products: [
                    .library(name: "\(module)", targets: ["\(module)"])\(further.0)
                ],
                dependencies: [
                    \(dependency)
                ],
                targets: [
                    .target(name: "\(module)", dependencies: [\(list)])\(further.1)
                ],
                swiftLanguageModes: [.v6]
            )

            """
    }
}
