import Foundation

/// The tool as built for these tests, run as a separate process.
enum Tool {
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
    }

    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// - Parameters:
    ///   - folder: The working folder; by default the repository.
    ///   - executable: Another copy of the tool.
    ///   - input: A file for standard input; by default it is empty.
    static func run(
        _ arguments: [String], in folder: URL = repository, executable: URL = Tool.executable, input: URL? = nil
    ) async throws -> Outcome {
        let outputs = try [TemporaryFile(), TemporaryFile()]
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = outputs[0].handle
        process.standardError = outputs[1].handle
        process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        return Outcome(
            status: process.terminationStatus, output: try outputs[0].read(), errors: try outputs[1].read())
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

    /// Beside the bundle that these tests are linked into.
    static let executable: URL = {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let products = (bundle ?? Bundle.main.executableURL)?.deletingLastPathComponent()
        return (products ?? repository.appending(path: ".build/debug")).appending(path: "apus")
    }()

    /// Output goes to files, because a full pipe without a reader would block the process.
    private final class TemporaryFile {
        let handle: FileHandle
        private let url = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)

        init() throws {
            try Data().write(to: url)
            handle = try FileHandle(forWritingTo: url)
        }

        deinit {
            try? handle.close()
            try? FileManager.default.removeItem(at: url)
        }

        func read() throws -> String {
            String(decoding: try Data(contentsOf: url), as: UTF8.self)
        }
    }
}
