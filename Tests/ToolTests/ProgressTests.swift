import Foundation
import TestSupport
import Testing

/// `apus generate` over several clients: a line for each, and the state of the run on a terminal only.
struct ProgressTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        var clients = "clients:\n"
        for number in 0..<12 {
            clients += "  - { name: Shop\(number), spec: shop.yaml, output: out/\(number) }\n"
        }
        try folder.write("apus.yaml", clients)
        try folder.write(
            "shop.yaml",
            """
            openapi: 3.1.0
            info: { title: Shop, version: "1" }
            paths: { /pets: { get: { operationId: listPets, responses: { "204": { description: Done } } } } }

            """)
    }

    private var names: [String] { (0..<12).map { "Shop\($0)" } }

    private func printed(_ output: String) -> [String] {
        output.split(whereSeparator: \.isNewline).filter { $0.contains("models") }.map {
            String($0.split(separator: "\u{1B}[K").last ?? "").split(separator: ":")[0].description
        }
    }

    @Test func plainLinesInTheOrderOfTheWorkspace() async throws {
        let outcome = try await Tool.run(["generate"], in: folder.url)
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(printed(outcome.output) == names)
        #expect(!outcome.output.contains("\u{1B}") && !outcome.output.contains("generating"))
    }

    @Test(.needs("python3")) func aTerminalShowsTheState() async throws {
        let script = "import os, pty, sys\nsys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"
        let outcome = try await ChildProcess.run(
            ["python3", "-c", script, Tool.executable.path, "generate"], in: folder.url)
        #expect(outcome.status == 0, "\(outcome)")
        #expect(printed(outcome.output) == names)
        for (place, name) in names.enumerated() {
            #expect(outcome.output.contains("generating \(place + 1) of 12: \(name)"))
        }
        // The last state is gone.
        let end = outcome.output.components(separatedBy: "generating").last ?? ""
        #expect(end.contains("\r\u{1B}[K"))
    }
}
