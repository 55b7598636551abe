import Foundation

/// Compiles one module as SwiftPM does in debug mode, and reports the cost.
struct DebugBuild {
    /// The folder of the runtime's `.swiftmodule` files.
    let modules: String
    let scratch: URL

    struct Failure: Error {
        let module: String
    }

    /// CPU seconds, user and system, of the compiler and all it starts.
    func cost(of name: String, sources: [String]) throws -> Double {
        let objects = scratch.appendingPathComponent("\(name)-objects")
        try? FileManager.default.removeItem(at: objects)
        try FileManager.default.createDirectory(at: objects, withIntermediateDirectories: true)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["swiftc", "-module-name", name, "-emit-module", "-c", "-Onone", "-g", "-enable-testing"]
            + ["-enable-batch-mode", "-j2", "-swift-version", "6", "-suppress-warnings", "-I", modules] + sources
        process.currentDirectoryURL = objects
        let before = Self.childSeconds()
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(module: name) }
        return Self.childSeconds() - before
    }

    private static func childSeconds() -> Double {
        var usage = rusage()
        #if canImport(Glibc)
            getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        #else
            getrusage(RUSAGE_CHILDREN, &usage)
        #endif
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }
}
