import ApusPlatform
import ApusSource

/// The target of a package that compiles a folder, by the layout that SwiftPM expects: `Sources/App` compiles `Sources/App/Clients/Acme`.
struct CompilingTarget: Hashable {
    /// The package's folder, without links.
    let package: String
    /// The target's folder in there.
    let path: String

    var name: String { String(path.utf8.split(separator: UInt8(ascii: "/")).last.map(Substring.init) ?? "") }

    /// - Parameter folder: A path as this process can open it; the folder need not exist.
    /// - Returns: nil outside of a package, outside of such a layout, and where the manifest names a folder inside of the target's, which
    ///   may be a target of its own.
    static func find(for folder: String) -> CompilingTarget? {
        guard let manifest = Manifest.find(above: folder) else { return nil }
        let parts = manifest.parts
        guard parts.count > 1, roots.contains(parts[0]) else { return nil }
        let path = parts[0] + "/" + parts[1]
        return manifest.text.contains("\"\(path)/")
            ? nil : CompilingTarget(package: manifest.folder, path: path)
    }

    private static let roots: Set<String> = ["Sources", "Source", "src", "srcs", "Tests"]

    /// The nearest Package.swift above a folder.
    struct Manifest {
        let text: String
        let folder: String
        /// The steps from there to the folder that it was found for.
        let parts: [String]

        static func find(above folder: String) -> Manifest? {
            let parts = RealPath(folder).text.utf8.split(separator: UInt8(ascii: "/")).map {
                String(decoding: $0, as: UTF8.self)
            }
            for count in stride(from: parts.count, through: 0, by: -1) {
                let home = "/" + parts.prefix(count).joined(separator: "/")
                let path = (count == 0 ? "" : home) + "/Package.swift"
                guard let bytes = try? FileBytes.read(path, limit: 1 << 20) else { continue }
                return Manifest(
                    text: String(decoding: bytes, as: UTF8.self), folder: home, parts: Array(parts.dropFirst(count)))
            }
            return nil
        }
    }
}
