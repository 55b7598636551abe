import Foundation

/// The part of `apus dump answers` that determines the program for the examples.
struct AnswerList: Decodable {
    struct Answer: Decodable {
        let operation: String?
        let component: String?
    }

    let module: String
    /// The operations that are generated.
    let include: [String]
    let examples: [Answer]
}

/// The sources of a program that reads a document's examples.
enum ExampleProgram {
    /// A workspace with the operations that have examples. JSON is YAML.
    static func workspace(for list: AnswerList, spec: String, root: String, output: String) throws -> Data {
        struct Client: Encodable {
            let name: String
            let spec: String
            let roots: [String]
            let output: String
            let include: [String]
        }
        let client = Client(name: list.module, spec: spec, roots: [root], output: output, include: list.include)
        return try JSONEncoder().encode(["clients": [client]])
    }

    /// The entry point: a line for each type that reads an example.
    static func main(for list: AnswerList) -> String {
        let types = list.examples.compactMap { $0.operation ?? $0.component }
        let lines = Set(types).sorted().map { type in
            "        run.add(\(type).self, \"\(type.replacing("`", with: ""))\")"
        }
        return """
            import ExampleRun

            @main enum ApusExampleProgram {
                static func main() async throws {
                    var run = ExampleRun()
            \(lines.joined(separator: "\n"))
                    try await run.run(CommandLine.arguments)
                }
            }

            """
    }
}
