#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The files of this repository, read as plain text: no module is imported, so a rule is checked whether or not the code builds.
enum Repository {
    static let root: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(3).joined(separator: "/")
    }()

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root + "/" + path)
    }

    /// Nil where there is no such file.
    static func read(_ path: String) -> String? {
        FileManager.default.contents(atPath: root + "/" + path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The folders directly in a folder, sorted; hidden ones are left out.
    static func folders(in path: String) -> [String] {
        children(of: path).filter { isFolder(path + "/" + $0) }
    }

    /// All files below a folder with one of these endings, sorted by path.
    static func files(in path: String, endings: [String]) -> [String] {
        children(of: path).flatMap { name -> [String] in
            let child = path + "/" + name
            if isFolder(child) { return files(in: child, endings: endings) }
            return endings.contains { name.hasSuffix($0) } ? [child] : []
        }
    }

    static func swiftFiles(in paths: [String]) -> [SwiftFile] {
        paths.flatMap { files(in: $0, endings: [".swift"]) }.map { SwiftFile(path: $0, text: read($0) ?? "") }
    }

    /// Everything that people write: what the habits of size and style are held on.
    static let handwritten = swiftFiles(in: ["Sources", "Plugins", "Tests", "templates"])
    static let sources = swiftFiles(in: ["Sources"])
    static let generated = swiftFiles(in: ["Generated"])

    private static func children(of path: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root + "/" + path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }

    private static func isFolder(_ path: String) -> Bool {
        (try? FileManager.default.contentsOfDirectory(atPath: root + "/" + path)) != nil
    }
}
