import Foundation

/// The compiler's opinion of a folder of Swift files, as one module of an app whose code belongs to the main actor.
enum SwiftCompiler {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The place of a file or folder of the repository.
    static func path(_ relative: String) -> String {
        repository.appending(path: relative).path
    }

    /// Type-checks the Swift files of a folder of the repository.
    ///
    /// - Returns: What the compiler says; empty when it is content.
    static func check(_ folder: String, named module: String, mode: String, _ flags: [String]) throws -> String {
        let names = FileManager.default.subpaths(atPath: path(folder)) ?? []
        let files = names.filter { $0.hasSuffix(".swift") }.sorted().map { path(folder) + "/" + $0 }
        guard !files.isEmpty else { return "there are no Swift files in \(folder)" }
        return try run(
            ["swiftc", "-typecheck", "-swift-version", mode, "-module-name", module, "-parse-as-library"] + settings
                + modules + flags + files)
    }

    /// As in Package.swift, and what Xcode adds.
    private static let settings =
        ["-default-isolation", "MainActor"]
        + [
            "NonisolatedNonsendingByDefault", "InferIsolatedConformances", "ExistentialAny", "InternalImportsByDefault",
            "MemberImportVisibility",
        ].flatMap { ["-enable-upcoming-feature", $0] }

    /// Where the modules lie that were built for these very tests, with the C modules that they stand on.
    private static let modules: [String] = {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let products = ((bundle ?? Bundle.main.executableURL)?.deletingLastPathComponent()).map {
            $0.resolvingSymlinksInPath()
        }
        var found = ["CLibXML2", "CZlib"].flatMap { ["-I", path("Sources/" + $0)] }
        found += ["-Xcc", "-I/usr/include/libxml2"]
        guard let products else { return found }
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

    /// To a file, since a pipe that nobody reads would stop the compiler.
    private static func run(_ command: [String]) throws -> String {
        let output = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)
        try Data().write(to: output)
        defer { try? FileManager.default.removeItem(at: output) }
        let handle = try FileHandle(forWritingTo: output)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        process.waitUntilExit()
        try handle.close()
        let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
        return process.terminationStatus == 0 ? "" : text.isEmpty ? "status \(process.terminationStatus)" : text
    }
}
