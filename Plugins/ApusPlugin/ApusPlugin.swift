import Foundation
import PackagePlugin

/// Generates a client before its target is compiled, into the build folder.
///
/// The target's folder contains the document (`openapi.yaml`, `.yml`, `.json`, or `swagger.…`) and, optionally, an
/// `apus.yaml` with one client. A build command must name its outputs before it runs, so the client has a fixed number
/// of files.
@main
struct ApusPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let target = target as? any SourceModuleTarget else { return [] }
        let folder = target.directoryURL
        let output = context.pluginWorkDirectoryURL.appending(path: "Generated", directoryHint: .isDirectory)
        let tool = try context.tool(named: "apus")
        return [
            .buildCommand(
                displayName: "Generating \(target.name) with Apus",
                executable: tool.url,
                arguments: try findInput(in: folder, name: target.name)
                    + ["--output", output.path(percentEncoded: false), "--shards", String(Layout.shards), "--quiet"],
                inputFiles: listInputs(below: folder),
                outputFiles: Layout.files(module: target.name).map { output.appending(path: $0) })
        ]
    }

    /// The part of the command line that names the input.
    private func findInput(in folder: URL, name: String) throws -> [String] {
        let workspace = folder.appending(path: "apus.yaml")
        if exists(workspace) { return ["generate", "--workspace", workspace.path(percentEncoded: false)] }
        for stem in ["openapi", "swagger"] {
            for ending in ["yaml", "yml", "json"] {
                let spec = folder.appending(path: stem + "." + ending)
                guard exists(spec) else { continue }
                return ["generate", "--spec", spec.path(percentEncoded: false), "--name", name]
                    + findConfiguration(in: folder)
            }
        }
        throw MissingDocument(folder: folder.path(percentEncoded: false), target: name)
    }

    /// The configuration of Swift OpenAPI Generator next to the document; keys with equal meaning are honored.
    private func findConfiguration(in folder: URL) -> [String] {
        for ending in ["yaml", "yml"] {
            let file = folder.appending(path: "openapi-generator-config." + ending)
            if exists(file) { return ["--generator-config", file.path(percentEncoded: false)] }
        }
        return []
    }

    /// Every YAML and JSON file below the target's folder: a document may have several files.
    private func listInputs(below folder: URL) -> [URL] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let inputs =
            files?.compactMap { $0 as? URL }.filter { ["yaml", "yml", "json"].contains($0.pathExtension) } ?? []
        return inputs.sorted { $0.path < $1.path }
    }

    private func exists(_ file: URL) -> Bool {
        FileManager.default.fileExists(atPath: file.path(percentEncoded: false))
    }
}

/// The files that `apus generate --shards` writes; the generator's `ShardTests` checks that both use the same names.
enum Layout {
    static let shards = 6

    static func files(module: String) -> [String] {
        let fixed = [
            module + "Client.swift", "Servers.swift", "Credentials.swift", "Operations/Failures.swift",
            "Operations/Headers.swift", "Models/Events.swift",
        ]
        let numbered = (1...shards).flatMap { ["Operations/Operations\($0).swift", "Models/Models\($0).swift"] }
        return fixed + numbered
    }
}

struct MissingDocument: Error, CustomStringConvertible {
    let folder: String
    let target: String

    var description: String {
        "target \(target) uses ApusPlugin, and \(folder) has no openapi.yaml, openapi.json or swagger.json, and no apus.yaml that names one"
    }
}
