import Foundation

/// Compiles generated modules to programs that read examples, as debug builds without debug information, against the objects of a build.
struct ExampleCompiler: Sendable {
    private let settings: CorpusSettings
    private let compiler: ModuleCompiler
    private let folder: String
    private let objects: [String]
    /// Changes when the compiler, the runtime or the program's own part does.
    let identity: String

    private static let modules = [
        "ApusRuntime", "ApusCodec", "ApusJSON", "ApusPlatform", "ApusRegexp", "ApusXML", "HTTPTypes",
    ]
    private static let sources = "Benchmarks/Sources/ExampleRun"

    init(settings: CorpusSettings, compiler: ModuleCompiler) async throws {
        self.settings = settings
        self.compiler = compiler
        folder = settings.state + "/.examples"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        objects = Self.modules.flatMap { module in
            Self.objects(in: "\(settings.build)/\(module).build").map(ModuleCompiler.absolute)
        }
        let sources = Self.files(in: Self.sources, ending: ".swift")
        let parts = (objects + sources).compactMap { FileManager.default.contents(atPath: $0) }
        identity = compiler.identity + parts.map { Fingerprint.of(Array($0)) }.joined()
        let key = Fingerprint.of(Array(identity.utf8))
        if FileManager.default.contents(atPath: folder + "/key") == Data(key.utf8) { return }
        let run = try await compiler.compile(
            ["-module-name", "ExampleRun", "-emit-module", "-c", "-O", "-wmo"] + compiler.inputs
                + sources.map(ModuleCompiler.absolute),
            in: folder, logs: folder + "/compile", timeout: CorpusSettings.longestCompilation)
        guard run.end == .exited(0) else {
            throw CorpusSettings.Problem(
                description: "the reader of examples does not compile: \(ModuleCompiler.verdict(run).text)")
        }
        try Data(key.utf8).write(to: URL(fileURLWithPath: folder + "/key"))
    }

    /// A program in the folder, named `read`.
    func compile(_ name: String, _ sources: [String], in place: String) async throws -> ChildProcess {
        let here = ModuleCompiler.absolute(folder)
        return try await compiler.compile(
            ["-module-name", name, "-Onone", "-wmo", "-suppress-warnings", "-I", here, "-o", "read"] + compiler.inputs
                + sources.map(ModuleCompiler.absolute) + [here + "/ExampleRun.o"] + objects,
            in: place, logs: place + "/compile")
    }

    /// The objects of the module's present sources, which the build lists in a file: those of removed sources stay in the folder.
    private static func objects(in folder: String) -> [String] {
        let list = FileManager.default.contents(atPath: folder + "/sources") ?? Data()
        return String(decoding: list, as: UTF8.self).split(separator: "\n").compactMap { line in
            let path = line.trimmingCharacters(in: CharacterSet(charactersIn: "\"'"))
            return path.split(separator: "/").last.map { folder + "/" + $0 + ".o" }
        }
    }

    private static func files(in folder: String, ending: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(ending) }.sorted().map { folder + "/" + $0 }
    }
}
