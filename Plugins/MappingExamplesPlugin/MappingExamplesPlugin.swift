import Foundation
import PackagePlugin

/// Makes the Swift of the mapping book's examples before `MappingTests` is compiled, into the build folder: one file for each chapter, and
/// one that lists the chapters.
@main
struct MappingExamplesPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let target = target as? any SourceModuleTarget else { return [] }
        let tool = try context.tool(named: "MappingExamplesTool").url
        let folder = target.directoryURL.appending(path: "Mappings", directoryHint: .isDirectory)
        let chapters = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
        let commands = chapters.map { chapter in
            let output = context.pluginWorkDirectoryURL.appending(
                path: chapter.deletingPathExtension().lastPathComponent + ".swift")
            return Command.buildCommand(
                displayName: "Generating the examples of \(chapter.lastPathComponent)", executable: tool,
                arguments: ["chapter", chapter.path(percentEncoded: false), output.path(percentEncoded: false)],
                inputFiles: [chapter], outputFiles: [output])
        }
        let index = context.pluginWorkDirectoryURL.appending(path: "CompiledExamples+All.swift")
        return commands + [
            .buildCommand(
                displayName: "Listing the chapters of the mapping book", executable: tool,
                arguments: ["index", index.path(percentEncoded: false)]
                    + chapters.map { $0.deletingPathExtension().lastPathComponent },
                inputFiles: [], outputFiles: [index])
        ]
    }
}
