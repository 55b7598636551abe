import Foundation
import TestSupport

/// The compiler's opinion of a folder of Swift files, as one module of an app whose code belongs to the main actor.
enum SwiftCompiler {
    /// Type-checks the Swift files of a folder of the repository.
    ///
    /// - Returns: What the compiler says; empty when it is content.
    static func check(_ folder: String, named module: String, mode: String, _ flags: [String]) throws -> String {
        let path = Repository.url(of: folder).path
        let names = FileManager.default.subpaths(atPath: path) ?? []
        let files = names.filter { $0.hasSuffix(".swift") }.sorted().map { path + "/" + $0 }
        guard !files.isEmpty else { return "there are no Swift files in \(folder)" }
        let run = try ChildProcess.runBlocking(
            ["swiftc", "-typecheck", "-wmo", "-swift-version", mode, "-module-name", module, "-parse-as-library"]
                + settings
                + modules + flags + files)
        return run.problems
    }

    /// As in Package.swift, and what Xcode adds. Modules of one package may add conformances to each other's types; SwiftPM names a package
    /// of a checkout after its folder.
    private static let settings =
        ["-default-isolation", "MainActor", "-package-name", Repository.url(of: "").lastPathComponent.lowercased()]
        + [
            "NonisolatedNonsendingByDefault", "InferIsolatedConformances", "ExistentialAny", "InternalImportsByDefault",
            "MemberImportVisibility",
        ].flatMap { ["-enable-upcoming-feature", $0] }

    /// The folders of the modules that were built for these tests, and of the C modules that they import.
    private static let modules: [String] = {
        let products = BuiltProducts.folder.resolvingSymlinksInPath()
        var found = ["CLibXML2", "CZlib"].flatMap { ["-I", Repository.url(of: "Sources/" + $0).path] }
        found += ["-Xcc", "-I/usr/include/libxml2"]
        found += ["-I", products.appending(path: "Modules").path]
        for map in maps(in: products, depth: 2) { found += ["-Xcc", "-fmodule-map-file=" + map.path] }
        let checkouts = products.deletingLastPathComponent().deletingLastPathComponent().appending(path: "checkouts")
        for map in maps(in: checkouts, depth: 5) { found += ["-I", map.deletingLastPathComponent().path] }
        return found
    }()

    private static func maps(in folder: URL, depth: Int) -> [URL] {
        let entries = try? FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: [.isDirectoryKey])
        return (entries ?? []).sorted { $0.path < $1.path }.flatMap { entry -> [URL] in
            if entry.lastPathComponent == "module.modulemap" { return [entry] }
            let isFolder = (try? entry.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true
            return isFolder && depth > 1 ? maps(in: entry, depth: depth - 1) : []
        }
    }
}
