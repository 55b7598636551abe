import ApusPipeline
import Foundation

/// An OpenAPI document as JSON text, written without the code under measurement.
struct DocumentText {
    var version = "3.2.0"
    /// `"/a": {…}`
    var paths: [String] = []
    /// `"A": {…}`
    var schemas: [String] = []
    /// Further members of `components`: `"responses": {…}`.
    var components: [String] = []
    /// Further members of the document: `"servers": […]`.
    var members: [String] = []

    var text: String {
        let info = "\"info\": {\"title\": \"Growth\", \"version\": \"1\"}"
        let parts = ["\"schemas\": {\(schemas.joined(separator: ",\n"))}"] + components
        return "{\"openapi\": \"\(version)\", \(info),\n"
            + (members + ["\"paths\": {\(paths.joined(separator: ",\n"))}"]).joined(separator: ",\n")
            + ",\n\"components\": {\(parts.joined(separator: ",\n"))}}"
    }
}

/// Pieces of JSON.
enum Piece {
    static func object(_ members: [String]) -> String { "{" + members.joined(separator: ",\n") + "}" }
    static func array(_ items: [String]) -> String { "[" + items.joined(separator: ",\n") + "]" }
    static func ref(_ name: String, _ kind: String = "schemas") -> String {
        "{\"$ref\": \"#/components/\(kind)/\(name)\"}"
    }
    static let string = "{\"type\": \"string\"}"
    static let done = "\"responses\": {\"204\": {\"description\": \"Done.\"}}"
    static func json(_ schema: String) -> String { "\"content\": {\"application/json\": {\"schema\": \(schema)}}" }
    static func answer(_ schema: String) -> String { "{\"description\": \"It.\", \(json(schema))}" }

    /// An operation without parameters and with an empty response.
    static func path(_ path: String, _ id: String, _ more: String = done) -> String {
        "\"\(path)\": {\"get\": {\"operationId\": \"\(id)\", \(more)}}"
    }

    /// One operation that sends the schema.
    static func sending(_ content: String) -> String {
        "\"/a\": {\"post\": {\"operationId\": \"sendIt\", \"requestBody\": {\"required\": true, \(content)}, \(done)}}"
    }

    /// An object with one member with the given name.
    static func model(_ key: String, isRequired: Bool = true) -> String {
        "{\"type\": \"object\", \"properties\": {\"\(key)\": \(string)}"
            + (isRequired ? ", \"required\": [\"\(key)\"]}" : "}")
    }

    /// Texts that differ, and that become one Swift name: the number is written in signs that names do not keep.
    static func alike(_ number: Int) -> String {
        let signs = ["!", "?", "+", "*"]
        var (text, rest) = ("same", number)
        for _ in 0..<9 {
            text += signs[rest % 4]
            rest /= 4
        }
        return text
    }
}

extension GrowthShape {
    /// Findings of each id that are printed, as many as `apus generate` prints.
    private static let shownFindings = 10

    /// A document that is generated as `apus generate` does, up to the writing of files.
    static func document(
        _ name: String, first: Int = 1_250, last: Int = 160_000, ending: String = "json",
        set: @escaping @Sendable (inout ClientConfiguration, _ size: Int, _ folder: String) throws -> Void = {
            _, _, _ in
        },
        _ text: @escaping @Sendable (Int) -> String
    ) -> GrowthShape {
        GrowthShape(name: name, first: first, last: last) { size in
            let (client, bytes) = try prepare(text(size), ending, size, set)
            return Work(bytes: bytes) {
                var options = Generator.Options()
                options.isDryRun = true
                let workspace = Workspace(folder: "", clients: [client])
                let report = await Generator.generate(workspace, options: options)[0]
                if let error = report.findings.text(limit: shownFindings).split(separator: "\n").first(where: {
                    $0.contains(": error:")
                }) {
                    return "refused: " + (error.split(separator: "[").last.map { String($0.dropLast()) } ?? "")
                }
                return report.isFailure ? "failed" : "\(report.files) files"
            }
        }
    }

    /// A document of which one border of the pipeline is printed.
    static func dump(
        _ name: String, _ stage: DumpStage, first: Int = 1_250, last: Int = 160_000,
        _ text: @escaping @Sendable (Int) -> String
    ) -> GrowthShape {
        GrowthShape(name: name, first: first, last: last) { size in
            let (client, bytes) = try prepare(text(size), "json", size) { _, _, _ in }
            return Work(bytes: bytes) {
                "\(try Inspection.dump(stage, of: client).text.utf8.count / 1_000) KB"
            }
        }
    }

    private static func prepare(
        _ text: String, _ ending: String, _ size: Int,
        _ set: (inout ClientConfiguration, Int, String) throws -> Void
    ) throws -> (ClientConfiguration, bytes: Int) {
        let folder = try TemporaryFolder.make()
        let file = folder + "/openapi." + ending
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        var client = ClientConfiguration(name: "Growth", spec: file, output: folder + "/output")
        client.keepsUnusedTypes = true
        try set(&client, size, folder)
        return (client, text.utf8.count)
    }
}
