import ApusEmission

/// The location of a module's README, and its text about the package around the module.
enum ReadmeLocation {
    /// The name under which ``Emission`` prints it.
    private static let printed = "README.md"

    /// SwiftPM warns about a README among the sources of a target, and takes no notice of what is in a DocC catalogue, where it is an
    /// article as well.
    static func move(_ files: [GeneratedFile], module: String) -> [GeneratedFile] {
        files.map { file in
            guard file.path == printed else { return file }
            return GeneratedFile(path: path(module: module), contents: file.contents)
        }
    }

    static func path(module: String) -> String { "\(module).docc/\(printed)" }

    /// The use of a module that is generated into a folder: by the nearest Package.swift above it.
    ///
    /// - Parameter isShared: Whether the module has other code beside the folder's.
    static func use(ofModule module: String, in output: String, isShared: Bool = false) -> ModuleUse {
        guard let manifest = CompilingTarget.Manifest.find(above: output) else {
            return .target(package: nil, path: nil)
        }
        let name = name(of: manifest.text)
        if let name, declares(module, in: manifest.text) { return .product(package: name) }
        let below = manifest.parts.joined(separator: "/")
        let isOwn = below == "Sources/\(module)" || isShared && below.hasPrefix("Sources/\(module)/")
        return .target(package: name, path: isOwn ? nil : below)
    }

    /// The text of `Package(name: "…"`.
    private static func name(of manifest: String) -> String? {
        guard let start = manifest.firstRange(of: "Package(")?.upperBound,
            let label = manifest[start...].firstRange(of: "name:")?.upperBound
        else { return nil }
        let literal = manifest[label...].drop { $0.isWhitespace }
        guard literal.first == "\"" else { return nil }
        let name = literal.dropFirst().prefix { $0 != "\"" && $0 != "\\" && !$0.isNewline }
        return name.isEmpty || name.count > 100 || literal.dropFirst(name.count + 1).first != "\"" ? nil : String(name)
    }

    private static func declares(_ module: String, in manifest: String) -> Bool {
        let plain = manifest.filter { !$0.isWhitespace }
        return plain.contains(".library(name:\"\(module)\"")
    }
}
