import ApusEmission
import ApusPlatform
import ApusSource

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
    static func use(ofModule module: String, in output: String) -> ModuleUse {
        let parts = RealPath(output).text.utf8.split(separator: UInt8(ascii: "/")).map {
            String(decoding: $0, as: UTF8.self)
        }
        for count in stride(from: parts.count, through: 0, by: -1) {
            let manifest = "/" + (parts.prefix(count) + ["Package.swift"]).joined(separator: "/")
            guard let bytes = try? FileBytes.read(manifest, limit: 1 << 20) else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            let below = parts.dropFirst(count).joined(separator: "/")
            let name = name(of: text)
            if let name, declares(module, in: text) { return .product(package: name) }
            return .target(package: name, path: below == "Sources/\(module)" ? nil : below)
        }
        return .target(package: nil, path: nil)
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
