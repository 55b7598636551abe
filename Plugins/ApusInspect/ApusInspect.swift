import Foundation
import PackagePlugin

/// `swift package apus-inspect lint openapi.yaml`: the commands of the tool that write nothing, and so need no permission to write.
@main
struct ApusInspect: CommandPlugin {
    private static let commands = ["check", "diff", "dump", "explain", "lint"]

    func performCommand(context: PluginContext, arguments: [String]) async throws {
        guard let command = arguments.first, Self.commands.contains(command) || command.hasPrefix("-") else {
            throw Problem(
                description: """
                    apus-inspect runs \(Self.commands.joined(separator: ", ")); for commands that write files: swift package apus …
                    """)
        }
        let process = Process()
        process.executableURL = try context.tool(named: "apus").url
        process.arguments = arguments
        process.currentDirectoryURL = context.package.directoryURL
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Problem(description: "apus ended with status \(process.terminationStatus)")
        }
    }
}

struct Problem: Error, CustomStringConvertible {
    let description: String
}
