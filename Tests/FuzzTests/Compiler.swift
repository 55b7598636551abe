import ApusEmission
import Foundation
import Fuzzing
import TestSupport

/// Swift's own opinion of generated code.
enum Compiler {
    /// Type-checks the files as one module in Swift 6 mode, warnings being errors.
    /// - Returns: The compiler's diagnostics; empty without any.
    static func findProblems(in files: [GeneratedFile]) throws -> String {
        let folder = try TemporaryFolder()
        let all = files + [GeneratedFile(path: "Probe.swift", contents: "struct \(HostileText.type) {}\n")]
        for file in all { try folder.write(file.path, file.contents) }
        return try ChildProcess.runBlocking(arguments + all.map { folder.path + "/" + $0.path }).problems
    }

    private static let arguments = [
        "swiftc", "-typecheck", "-wmo", "-swift-version", "6", "-module-name", "Pets", "-parse-as-library",
        "-warnings-as-errors", "-enable-upcoming-feature", "ExistentialAny", "-enable-upcoming-feature",
        "InternalImportsByDefault", "-enable-upcoming-feature", "MemberImportVisibility", "-I", modules,
        // ApusXML needs libxml2, whose headers are in a separate folder on Linux.
        "-I", sources + "/CLibXML2", "-Xcc", "-I/usr/include/libxml2",
    ]

    private static let sources = Repository.root + "/Sources"

    /// The folder of the modules that generated code imports, built for these tests.
    private static let modules = BuiltProducts.folder.path + "/Modules"
}
