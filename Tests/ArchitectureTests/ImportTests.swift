import TestSupport
import Testing

struct ImportTests {
    @Test(arguments: Repository.folders(in: "Sources"))
    func arrowsGoDownwards(module: String) throws {
        let allowed = try #require(ImportTable.modules[module], "\(module) has no row in ImportTable")
        expectNone(
            strangers(in: Repository.sources.filter { $0.module == module }, allowed: allowed),
            "\(module) may not import these; see Sources/README.md")
    }

    @Test func templatesImportNothing() {
        expectNone(
            strangers(
                in: Repository.swiftFiles(in: ["templates"]), allowed: ImportTable.modules["ApusTemplates"] ?? []),
            "templates may not import these")
    }

    @Test func generatedCodeImportsOnlyTheRuntime() {
        expectNone(
            strangers(in: Repository.generated.filter { !isOfExamples($0) }, allowed: ImportTable.generated),
            "generated code may not import these")
        for client in ClientList.read() {
            let files = Repository.generated.filter { $0.path.hasPrefix("Generated/\(client.name)Examples/") }
            #expect(!files.isEmpty)
            expectNone(
                strangers(in: files, allowed: [client.name, "ApusExamples"]), "examples may not import these")
        }
    }

    private func isOfExamples(_ file: SwiftFile) -> Bool {
        ClientList.read().contains { file.path.hasPrefix("Generated/\($0.name)Examples/") }
    }

    @Test func pluginsImportNoModule() {
        expectNone(
            strangers(in: Repository.swiftFiles(in: ["Plugins"]), allowed: ImportTable.plugins),
            "plugins may not import these")
    }

    /// The list in Sources/README.md is in the order of imports: a module imports only modules above it.
    @Test func readmeIsInOrder() {
        let order = ModuleList.read().enumerated().map { ($0.element, $0.offset) }
        let indices = Dictionary(order) { first, _ in first }
        var problems: [String] = []
        for (module, index) in order {
            for imported in ImportTable.modules[module] ?? [] where indices[imported, default: -1] >= index {
                problems.append("\(module) is listed above \(imported), which it may import")
            }
        }
        expectNone(problems.sorted(), "Sources/README.md is not in the order of the pipeline")
    }

    /// swift-corelibs' Foundation costs an adopter 30 MB and a slower start; its essentials do not.
    @Test func foundationIsTheFallback() {
        var needed: Set<String> = []
        var problems: [String] = []
        for file in Repository.sources + Repository.generated + Repository.swiftFiles(in: ["Plugins"]) {
            for found in file.imports where found.module == "Foundation" && !found.isFallback {
                if let exemption = ImportTable.wholeFoundation.keys.first(where: { file.path.hasPrefix($0) }) {
                    needed.insert(exemption)
                } else {
                    problems.append("\(file.path):\(found.line)")
                }
            }
        }
        expectNone(
            problems, "import FoundationEssentials where it can be imported, and Foundation only in the #else of that")
        expectNone(
            ImportTable.wholeFoundation.keys.filter { !needed.contains($0) }.sorted(),
            "these exemptions are no longer needed; remove them from ImportTable.wholeFoundation")
    }

    @Test(arguments: ImportTable.foreign.keys.sorted())
    func foreignCodeStaysInOneFileForEachDirection(library: String) {
        let touching = Repository.sources.filter { file in file.imports.contains { $0.module == library } }
        for ending in ImportTable.foreign[library] ?? [] {
            let files = touching.filter { $0.name.hasSuffix(ending) }.map(\.path)
            #expect(files.count <= 1, "\(library) is touched by more than one file for this direction: \(files)")
        }
        let strays = touching.filter { file in
            !(ImportTable.foreign[library] ?? []).contains { file.name.hasSuffix($0) }
        }
        expectNone(strays.map(\.path), "only \(ImportTable.foreign[library] ?? []) may touch \(library)")
        let usesIt = ImportTable.modules.filter { $0.value.contains(library) }.keys.contains {
            Repository.exists("Sources/\($0)")
        }
        #expect(touching.isEmpty != usesIt, "\(library) is linked and never used, or the other way round")
    }

    private func strangers(in files: [SwiftFile], allowed: Set<String>) -> [String] {
        files.flatMap { file in
            file.imports.filter { !allowed.contains($0.module) && $0.module != "Swift" }
                .map { "\(file.path):\($0.line): \($0.module)" }
        }
    }
}
