import Foundation

/// The compiler's diagnostics for one module.
struct CompileResult: Codable, Sendable {
    /// A key of the sources, the compiler, the runtime and the mode.
    let key: String
    let verdict: Verdict
    let cpuSeconds: Double
    let peakMebibytes: Int
}

/// Compiles generated modules against the runtime of a build of Apus, in Swift 6 mode with the stricter rules that adopters may have on.
struct ModuleCompiler: Sendable {
    private let settings: CorpusSettings
    private let modules: String
    /// The path where `ApusXML` finds libxml2.
    private let libraries: [String]
    /// Changes when the compiler, the runtime or the arguments do.
    let identity: String

    static let language = [
        "-swift-version", "6", "-enable-upcoming-feature", "ExistentialAny", "-enable-upcoming-feature",
        "InternalImportsByDefault", "-enable-upcoming-feature", "MemberImportVisibility", "-parse-as-library",
    ]

    init(settings: CorpusSettings) async throws {
        self.settings = settings
        modules = settings.build + "/Modules"
        try FileManager.default.createDirectory(atPath: settings.state, withIntermediateDirectories: true)
        let flags = try await ChildProcess.run(
            "pkg-config", ["--cflags-only-I", "libxml-2.0"], timeout: .seconds(60), logs: settings.state + "/libxml2")
        libraries = flags.output.split { $0.isWhitespace }.flatMap { ["-Xcc", String($0)] }
        let version = try await ChildProcess.run(
            "swiftc", ["--version"], timeout: .seconds(60), logs: settings.state + "/version")
        var text = version.output + settings.mode.rawValue
        for module in ["ApusRuntime", "ApusCodec", "ApusXML"] {
            guard let bytes = FileManager.default.contents(atPath: modules + "/\(module).swiftmodule") else {
                throw CorpusSettings.Problem(description: "\(modules) has no module \(module); build it first")
            }
            text += Fingerprint.of(Array(bytes))
        }
        identity = text + (Self.language + libraries + Self.arguments(settings.mode)).joined(separator: " ")
    }

    private static func arguments(_ mode: CorpusSettings.Mode) -> [String] {
        switch mode {
        // As one: a process for each part of the module would read all of it again.
        case .check: ["-typecheck", "-whole-module-optimization"]
        case .sil: ["-emit-sil", "-Onone", "-whole-module-optimization", "-o", "/dev/null"]
        case .build: ["-c", "-Onone", "-g", "-enable-batch-mode", "-enable-testing", "-j2"]
        case .release: ["-c", "-O", "-g", "-whole-module-optimization", "-num-threads", "2"]
        }
    }

    func compile(_ name: String, _ sources: [String], key: String, folder: String) async throws -> CompileResult {
        let objects = folder + "/objects"
        try? FileManager.default.removeItem(atPath: objects)
        try FileManager.default.createDirectory(atPath: objects, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: objects) }
        let arguments = ["-module-name", name] + inputs + Self.arguments(settings.mode) + sources.map(Self.absolute)
        // Objects are written to the working directory, whatever the mode calls them.
        let run = try await compile(arguments, in: objects, logs: folder + "/" + settings.mode.rawValue)
        return CompileResult(
            key: key, verdict: Self.verdict(run), cpuSeconds: run.cpu.seconds, peakMebibytes: run.peakMebibytes)
    }

    /// The compiler's path to the runtime, and the language mode.
    var inputs: [String] {
        [
            "-I", Self.absolute(modules), "-I", Self.absolute("Sources/CLibXML2"),
            "-module-cache-path", Self.absolute(settings.state) + "/cache",
        ] + libraries + Self.language
    }

    /// Runs the compiler in a folder, with its arguments in a file next to the logs: a module may have hundreds of
    /// sources.
    ///
    /// - Parameter timeout: nil: the limit for one module.
    func compile(_ arguments: [String], in folder: String, logs: String, timeout: Duration? = nil) async throws
        -> ChildProcess
    {
        let quoted = arguments.map { "\"" + $0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" }
        try Data(quoted.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: logs + ".resp"))
        return try await ChildProcess.run(
            "env", ["-C", folder, "swiftc", "@" + Self.absolute(logs + ".resp")],
            timeout: timeout ?? settings.compileTimeout, logs: logs)
    }

    static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }

    /// A crash of the compiler shows as an error status without an error.
    static func verdict(_ run: ChildProcess) -> Verdict {
        let lines = Array(Set((run.errors + run.output).split(separator: "\n"))).sorted()
        let errors = lines.filter { $0.contains(": error: ") }
        let warnings = lines.filter { $0.contains(": warning: ") }
        switch run.end {
        case .timedOut: return .timedOut("compiling")
        case .signalled(let signal): return .crashed("compiling, signal \(signal)")
        case .exited(0):
            return warnings.first.map { .warnings(warnings.count, first: short($0)) } ?? .compiled
        case .exited(let status):
            return errors.first.map { .errors(errors.count, first: short($0)) }
                ?? .crashed("compiling, status \(status)")
        }
    }

    /// `/…/module/Models/Pet.swift:12:7: error: …` → `Models/Pet.swift:12:7: error: …`.
    private static func short(_ line: Substring) -> String {
        String(line.firstRange(of: "/module/").map { line[$0.upperBound...] } ?? line)
    }
}
