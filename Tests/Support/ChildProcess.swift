public import Foundation
public import Testing

/// A run of another program.
public struct ChildProcess: Sendable {
    public let status: Int32
    public let output: String
    public let errors: String

    /// A cancelled task, also that of a test whose time limit is reached, terminates the program.
    ///
    /// - Parameters:
    ///   - executable: The program; by default the first argument is looked up in `PATH`.
    ///   - folder: The working folder; by default the repository.
    ///   - input: A file for standard input; by default it is empty.
    public static func run(
        _ arguments: [String], executable: URL = environment, in folder: URL = Repository.url(of: ""), input: URL? = nil
    ) async throws -> ChildProcess {
        let run = try Run(arguments, executable, folder, input)
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                run.process.terminationHandler = { _ in continuation.resume() }
                do { try run.process.run() } catch { continuation.resume(throwing: error) }
            }
        } onCancel: {
            if run.process.isRunning { run.process.terminate() }
        }
        return try run.outcome()
    }

    /// The same, holding the thread: as many run side by side as there are threads, which is what compilers need.
    public static func runBlocking(_ arguments: [String], executable: URL = environment) throws -> ChildProcess {
        let run = try Run(arguments, executable, Repository.url(of: ""), nil)
        try run.process.run()
        run.process.waitUntilExit()
        return try run.outcome()
    }

    /// The compiler's output on both streams; empty where it ended without an error.
    public var problems: String {
        if status == 0 { return "" }
        return output.isEmpty && errors.isEmpty ? "status \(status)" : output + errors
    }

    /// Whether a program is in a folder of `PATH`.
    public static func isInstalled(_ program: String) -> Bool {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
    }

    /// Looks up its first argument in `PATH`.
    public static let environment = URL(filePath: "/usr/bin/env")

    /// Output goes to files, because a full pipe without a reader would block the process.
    private struct Run {
        let process = Process()
        private let folder: TemporaryFolder

        init(_ arguments: [String], _ executable: URL, _ workingFolder: URL, _ input: URL?) throws {
            folder = try TemporaryFolder()
            process.executableURL = executable
            process.arguments = arguments
            process.currentDirectoryURL = workingFolder
            process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
            process.standardOutput = try open("output")
            process.standardError = try open("errors")
        }

        private func open(_ name: String) throws -> FileHandle {
            try folder.write(name, "")
            return try FileHandle(forWritingTo: folder.url.appending(path: name))
        }

        func outcome() throws -> ChildProcess {
            for stream in [process.standardOutput, process.standardError] { try (stream as? FileHandle)?.close() }
            return ChildProcess(
                status: process.terminationStatus, output: folder.read("output") ?? "",
                errors: folder.read("errors") ?? "")
        }
    }
}

extension Trait where Self == ConditionTrait {
    /// Skips a test on a machine without a program.
    public static func needs(_ program: String) -> Self {
        .enabled(if: ChildProcess.isInstalled(program), "there is no \(program) on this machine")
    }
}
