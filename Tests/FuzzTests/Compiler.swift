import ApusEmission
import Foundation
import Fuzzing

/// Swift's own opinion of generated code.
enum Compiler {
    /// Type-checks the files as one module in Swift 6 mode, warnings being errors.
    /// - Returns: The compiler's diagnostics; empty without any.
    static func findProblems(in files: [GeneratedFile]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        var paths: [String] = []
        for file in files + [GeneratedFile(path: "Probe.swift", contents: "struct \(HostileText.type) {}\n")] {
            let url = folder.appending(path: file.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.contents.utf8).write(to: url)
            paths.append(url.path)
        }
        return try run(arguments + paths, output: folder.appending(path: "output.txt"))
    }

    private static let arguments = [
        "swiftc", "-typecheck", "-swift-version", "6", "-module-name", "Pets", "-parse-as-library",
        "-warnings-as-errors", "-enable-upcoming-feature", "ExistentialAny", "-enable-upcoming-feature",
        "InternalImportsByDefault", "-enable-upcoming-feature", "MemberImportVisibility", "-I", modules,
        // ApusXML needs libxml2, whose headers are in a separate folder on Linux.
        "-I", sources + "/CLibXML2", "-Xcc", "-I/usr/include/libxml2",
    ]

    private static let sources =
        Documents.folder.deletingLastPathComponent().deletingLastPathComponent().path + "/Sources"

    /// The folder of the modules that generated code imports, built for these tests.
    private static let modules: String = {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let products = (bundle ?? Bundle.main.executableURL)?.deletingLastPathComponent()
        return (products?.path ?? ".build/debug") + "/Modules"
    }()

    /// To a file, because a full pipe without a reader would block the compiler.
    private static func run(_ command: [String], output: URL) throws -> String {
        try Data().write(to: output)
        let handle = try FileHandle(forWritingTo: output)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        process.waitUntilExit()
        try handle.close()
        let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
        return process.terminationStatus == 0 ? "" : text.isEmpty ? "status \(process.terminationStatus)" : text
    }
}
