import Foundation
import PackagePlugin

/// `swift package apus generate` and all other commands of the tool, run in the package's folder.
@main
struct ApusCommand: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let process = Process()
        process.executableURL = try context.tool(named: "apus").url
        process.arguments = arguments
        process.currentDirectoryURL = context.package.directoryURL
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
    }
}

struct Failure: Error, CustomStringConvertible {
    let status: Int32

    var description: String { "apus ended with status \(status)" }
}
