import Foundation

/// Compiles generated modules in turn with the reference structs, and prints medians of CPU seconds and the ratio, round by round.
@main
enum CompileBenchmark {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count > 1, let rounds = Int(arguments[0]), rounds > 0 else {
            print("usage: CompileBenchmark ROUNDS MODULES [SOURCES …]")
            print("MODULES: the folder of ApusRuntime.swiftmodule; SOURCES: a generated module's folder each")
            return
        }
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("apus-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: scratch) }
        let modules = try references(in: scratch) + arguments.dropFirst(2).map(generated)
        let compiler = DebugBuild(modules: absolute(arguments[1]), scratch: scratch)
        var seconds: [String: [Double]] = [:]
        for _ in 0..<rounds {
            for module in modules {
                seconds[module.name, default: []].append(try compiler.cost(of: module.name, sources: module.sources))
            }
        }
        for module in modules { print(row(module.name, seconds)) }
    }

    private typealias Module = (name: String, sources: [String])

    private static func references(in scratch: URL) throws -> [Module] {
        try ReferenceStructs.Form.allCases.map { form in
            let folder = scratch.appendingPathComponent(form.rawValue)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let sources = try ReferenceStructs(form: form).files().map { file in
                let place = folder.appendingPathComponent(file.name)
                try Data(file.text.utf8).write(to: place)
                return place.path
            }
            return (form.rawValue, sources)
        }
    }

    private static func generated(_ folder: String) -> Module {
        let root = URL(fileURLWithPath: folder)
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
        let sources = (files ?? []).map(\.path).filter { $0.hasSuffix(".swift") }
        return (root.lastPathComponent, sources.sorted())
    }

    private static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).path }

    private static func row(_ name: String, _ seconds: [String: [Double]]) -> String {
        let reference = seconds[ReferenceStructs.Form.synthesized.rawValue] ?? []
        let own = seconds[name] ?? []
        let ratio = median(zip(own, reference).map { $0 / $1 })
        return String(format: "%6.2f s  %5.3f of the synthesized  ", median(own), ratio) + name
    }

    private static func median(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.sorted()[values.count / 2]
    }
}
