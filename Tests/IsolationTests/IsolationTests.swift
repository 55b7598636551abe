import Foundation
import TestSupport
import Testing

/// Xcode gives new apps `-default-isolation MainActor` and two features that go with it. Everything that Apus writes, and everything that
/// it shows adopters to write, compiles in such a target, in Swift 5 and in Swift 6 mode.
@Suite("Main actor by default")
struct IsolationTests {
    /// Module → its folder. The goldens are built so by the package, too, in Swift 6 mode.
    static let generated = [
        "ChatCaptain": "Generated/ChatCaptain", "DeveloperAPI": "Generated/DeveloperAPI",
        "SalesCaptain": "Generated/SalesCaptain", "Salesmsg": "Generated/Salesmsg",
        "ChatCaptainExamples": "Generated/ChatCaptainExamples",
        "DeveloperAPIExamples": "Generated/DeveloperAPIExamples",
        "SalesCaptainExamples": "Generated/SalesCaptainExamples", "SalesmsgExamples": "Generated/SalesmsgExamples",
        "Pets": "Tests/GoldenTests/Goldens/Pets", "Shadows": "Tests/GoldenTests/Goldens/Shadows",
        "Wire": "Tests/GoldenTests/Goldens/Wire", "XMLShop": "Tests/GoldenTests/Goldens/XMLShop",
    ]

    static let written = [
        "MainActorApp": "Tests/IsolationTests/MainActorApp",
        "ArticleSnippets": "Tests/DocumentationTests/Snippets", "ReadmeSnippets": "Tests/ReadmeTests/Snippets",
    ]

    @Test("every client of the repository is among them")
    func isComplete() {
        for folder in ["Generated", "Tests/GoldenTests/Goldens"] {
            let modules = Repository.names(in: folder)
            #expect(!modules.isEmpty)
            #expect(modules.filter { Self.generated[$0] != "\(folder)/\($0)" } == [])
        }
    }

    @Test("compiles without a warning", arguments: generated.keys.sorted() + written.keys.sorted(), ["5", "6"])
    func compiles(_ module: String, mode: String) throws {
        let folder = try #require(Self.generated[module] ?? Self.written[module])
        let problems = try SwiftCompiler.check(folder, named: module, mode: mode, ["-warnings-as-errors"])
        #expect(problems == "")
    }

    /// Declarations of the main actor cannot be used elsewhere, and the module itself compiles without errors.
    @Test("nothing that is generated belongs to the main actor", arguments: generated.keys.sorted())
    func isFree(_ module: String) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "apus-\(UUID().uuidString).swiftinterface")
        defer { try? FileManager.default.removeItem(at: file) }
        // The interface is where the compiler prints what it inferred; it asks for a resilient module, which no client is.
        let problems = try SwiftCompiler.check(
            try #require(Self.generated[module]), named: module, mode: "5",
            ["-enable-library-evolution", "-emit-module-interface-path", file.path, "-suppress-warnings"])
        #expect(problems == "")
        let interface = try String(contentsOf: file, encoding: .utf8)
        #expect(interface.contains("\(module)"))
        let lines = interface.split(separator: "\n").filter { $0.contains("MainActor") }
        #expect(lines == [])
    }
}
