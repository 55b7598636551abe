import Foundation
import PackagePlugin

/// Generates the clients of a target before the target is compiled, into the build folder.
@main
struct ApusPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let target = target as? any SourceModuleTarget else { return [] }
        let found = FileManager.default.enumerator(
            at: target.directoryURL, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
        return try makeCommands(
            for: target.name, module: target.moduleName, files: found?.compactMap { $0 as? URL } ?? [],
            tool: context.tool(named: "apus").url, work: context.pluginWorkDirectoryURL)
    }
}

#if canImport(XcodeProjectPlugin)
    import XcodeProjectPlugin

    /// A target of an Xcode project: its documents are among the files of its build phases.
    extension ApusPlugin: XcodeBuildToolPlugin {
        func createBuildCommands(context: XcodePluginContext, target: XcodeTarget) throws -> [Command] {
            let module = String(target.displayName.map { $0.isLetter || $0.isNumber ? $0 : "_" })
            return try makeCommands(
                for: target.displayName, module: module, files: target.inputFiles.map(\.url),
                tool: context.tool(named: "apus").url, work: context.pluginWorkDirectoryURL)
        }
    }
#endif

extension ApusPlugin {
    /// One command for each document. A build command must name its outputs before it runs, so each client has a fixed number of files.
    ///
    /// The clients of a target are one module, so a command gets the names that the clients before it declare, and runs after them.
    ///
    /// - Parameters:
    ///   - files: The files of the target.
    ///   - work: The folder that the plugin may write to.
    private func makeCommands(
        for target: String, module: String, files: [URL], tool: URL, work: URL
    ) throws -> [Command] {
        let data = files.filter { ["yaml", "yml", "json"].contains($0.pathExtension) }.sorted { $0.path < $1.path }
        let clients = try ClientInput.find(in: data, target: target, module: module)
        func names(of client: ClientInput) -> URL { work.appending(path: client.name + ".names") }
        func outputs(of client: ClientInput) -> [URL] {
            let output = work.appending(path: client.name, directoryHint: .isDirectory)
            return Layout.files(client: client.name).map { output.appending(path: $0) }
        }
        return try clients.enumerated().map { index, client in
            let output = work.appending(path: client.name, directoryHint: .isDirectory)
            let list = work.appending(path: client.name + ".inputs")
            var watched = WatchedFiles()
            for file in data { watched.add(file) }
            try watched.save(to: list)
            return .buildCommand(
                displayName: "Generating \(client.name) with Apus", executable: tool,
                arguments: client.arguments + [
                    "--name", client.name, "--module", module, "--output", output.path(percentEncoded: false),
                    "--shards", String(Layout.shards), "--watched", list.path(percentEncoded: false), "--quiet",
                    "--declared", names(of: client).path(percentEncoded: false),
                ] + clients[..<index].flatMap { ["--beside", names(of: $0).path(percentEncoded: false)] },
                inputFiles: watched.files + [list] + clients[..<index].flatMap(outputs),
                outputFiles: outputs(of: client))
        }
    }
}
