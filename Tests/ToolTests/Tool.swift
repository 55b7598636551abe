import Foundation
import TestSupport

/// The tool as built for these tests, run as a separate process.
enum Tool {
    static let executable = BuiltProducts.folder.appending(path: "apus")

    /// - Parameters:
    ///   - folder: The working folder; by default the repository.
    ///   - executable: Another copy of the tool.
    ///   - input: A file for standard input; by default it is empty.
    static func run(
        _ arguments: [String], in folder: URL = Repository.url(of: ""), executable: URL = Tool.executable,
        input: URL? = nil
    ) async throws -> ChildProcess {
        try await ChildProcess.run(arguments, executable: executable, in: folder, input: input)
    }

    /// A run in the background, whose output is discarded.
    static func start(_ arguments: [String], in folder: URL) throws -> Process {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return process
    }
}
