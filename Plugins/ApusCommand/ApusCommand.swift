import Foundation
import PackagePlugin

/// `swift package apus generate` and all other commands of the tool, run in the package's folder.
@main
struct ApusCommand: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        try run(context.tool(named: "apus").url, arguments, in: context.package.directoryURL)
    }

    private func run(_ tool: URL, _ arguments: [String], in folder: URL) throws {
        let process = Process()
        process.executableURL = tool
        process.arguments = arguments
        process.currentDirectoryURL = folder
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
    }
}

#if canImport(XcodeProjectPlugin)
    import XcodeProjectPlugin

    extension ApusCommand: XcodeCommandPlugin {
        /// Xcode adds the chosen targets to the arguments, which are nothing to the tool.
        func performCommand(context: XcodePluginContext, arguments: [String]) throws {
            var extractor = ArgumentExtractor(arguments)
            _ = extractor.extractOption(named: "target")
            try run(
                context.tool(named: "apus").url, extractor.remainingArguments, in: context.xcodeProject.directoryURL)
        }
    }
#endif

struct Failure: Error, CustomStringConvertible {
    let status: Int32

    var description: String { "apus ended with status \(status)" }
}
