import Foundation
import TestSupport
import Testing

/// The compiler's opinion of files that use the modules built for these tests.
enum Compiler {
    static func check(
        _ files: [String], named module: String, in folder: URL, _ options: [String] = ["-typecheck", "-wmo"]
    ) async throws -> String {
        #expect(!files.isEmpty)
        let outcome = try await RouteTests.run(
            ["swiftc", "-swift-version", "6", "-warnings-as-errors", "-module-name", module, "-I", "."] + options
                + modules
                + files, in: folder)
        return outcome.status == 0 ? "" : outcome.errors
    }

    private static let modules: [String] = {
        let products = Tool.executable.deletingLastPathComponent().resolvingSymlinksInPath()
        let checkouts = products.deletingLastPathComponent().deletingLastPathComponent().appending(path: "checkouts")
        let built = maps(in: products, depth: 2).flatMap { ["-Xcc", "-fmodule-map-file=" + $0.path] }
        let sources = maps(in: checkouts, depth: 5).flatMap { ["-I", $0.deletingLastPathComponent().path] }
        let own =
            ["CZlib", "CLibXML2"].flatMap { ["-I", Repository.url(of: "Sources/" + $0).path] }
            + ["-Xcc", "-I/usr/include/libxml2"]
        return ["-I", products.appending(path: "Modules").path] + own + built + sources
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
