/// The package in which a module is compiled, and what a Swift package writes to use it: the README shows both.
public enum ModuleUse: Equatable, Sendable {
    /// A target of a package; nil: an unknown one. The path is the target's, where SwiftPM does not find it by the module's name.
    case target(package: String?, path: String?)
    /// A library product of a package that others depend on.
    case product(package: String)
    /// A package of its own, in a folder of the given name. The dependency is its line that names Apus, without traits.
    case package(folder: String, dependency: String)

    /// A sentence that introduces ``lines(module:usesXML:)``.
    func sentence(module: String) -> String {
        let module = "`\(module)`"
        return switch self {
        case .target(let package?, _):
            "\(module) is a target of the package `\(package)`. Its entry in Package.swift, and a target that calls it:"
        case .target: "\(module) is a target of your package. Its entry in Package.swift, and a target that calls it:"
        case .product(let package):
            "Add the product \(module) of the package `\(package)` and one transport to your target:"
        case .package:
            "This folder is a Swift package with the library \(module). The Package.swift of a package that uses it has:"
        }
    }

    /// Lines of a Package.swift.
    func lines(module: String, usesXML: Bool) -> [String] {
        let transport =
            ".product(name: \"ApusAsyncHTTPClient\", package: \"Apus\"),  // or ApusURLSession, without the trait"
        switch self {
        case .target(_, let path):
            let products = (["ApusRuntime"] + (usesXML ? ["ApusXML"] : [])).map {
                ".product(name: \"\($0)\", package: \"Apus\")"
            }
            let argument = path.map { ", path: " + SwiftSource.literal($0) } ?? ""
            return [".target(name: \"\(module)\", dependencies: [\(products.joined(separator: ", "))]\(argument)),"]
                + target(module == "App" ? "Main" : "App", ["\"\(module)\",", transport], indent: "")
        case .product(let package):
            return [".product(name: \"\(module)\", package: \(SwiftSource.literal(package))),", transport]
        case .package(let folder, let dependency):
            let own = ".product(name: \"\(module)\", package: \"\(module)\"),"
            return ["dependencies: ["]
                + [
                    "    .package(name: \"\(module)\", path: \(SwiftSource.literal("../" + folder))),",
                    "    \(Self.adding(trait: "AsyncHTTPClient", to: dependency)),",
                ]
                + ["],", "targets: ["] + target("App", [own, transport], indent: "    ") + ["],"]
        }
    }

    private func target(_ name: String, _ dependencies: [String], indent: String) -> [String] {
        [".executableTarget(", "    name: \"\(name)\",", "    dependencies: ["]
            .map { indent + $0 } + dependencies.map { indent + "        " + $0 } + [indent + "    ]),"]
    }

    /// `.package(url: "…", from: "0.1.0")` → `.package(url: "…", from: "0.1.0", traits: ["AsyncHTTPClient"])`
    private static func adding(trait: String, to dependency: String) -> String {
        let plain = dependency.replacing(", traits: [])", with: ")")
        return plain.dropLast() + ", traits: [\"\(trait)\"])"
    }
}
