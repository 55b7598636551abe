import Foundation

/// Measures whether generation costs the same per operation in large and small documents: documents of 10, 100, 1,000
/// and 10,000 operations, each operation with its own schemas, as large vendors have them.
enum Scale {
    static func run(_ settings: CorpusSettings) async throws -> String {
        var rows = [
            "| operations | document, KB | lines of Swift | CPU s | ms for an operation |", "|---|---|---|---|---|",
        ]
        for count in [10, 100, 1_000, 10_000] {
            let folder = settings.state + "/scale/\(count)"
            let module = folder + "/module"
            if FileManager.default.fileExists(atPath: module) { try FileManager.default.removeItem(atPath: module) }
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let document = Data(SyntheticDocument.text(operations: count).utf8)
            try document.write(to: URL(fileURLWithPath: folder + "/openapi.json"))
            var seconds: [Double] = []
            for _ in 0..<3 {
                let run = try await ChildProcess.run(
                    settings.build + "/apus",
                    ["generate", "--quiet", "--spec", folder + "/openapi.json", "--output", module, "--name", "Scale"],
                    timeout: settings.compileTimeout, logs: folder + "/generate")
                guard run.end == .exited(0) else {
                    throw CorpusSettings.Problem(
                        description: "\(count) operations: \(run.end) \(run.errors.prefix(300))")
                }
                seconds.append(run.cpu.seconds)
            }
            let median = seconds.sorted()[seconds.count / 2]
            let cells = [
                String(count), String(document.count / 1_000), String(GeneratedSources(folder: module).lines),
                CorpusTable.decimal(median), CorpusTable.decimal(median / Double(count) * 1_000),
            ]
            rows.append("| " + cells.joined(separator: " | ") + " |")
        }
        return rows.joined(separator: "\n")
    }
}

/// A document in the proportions of GitHub's: three operations on a path with four parameters each, and two schemas for an operation,
/// with ten properties, an inline object and an enum.
enum SyntheticDocument {
    static func text(operations: Int) -> String {
        var paths: [String] = []
        var schemas: [String] = []
        for place in 0..<operations {
            let resource = "resource\(place / 3)"
            let method = ["get", "post", "patch"][place % 3]
            let opening = place % 3 == 0 ? "\"/\(resource)/{resource_id}\": {" : ""
            let closing = place % 3 == 2 || place == operations - 1 ? "}" : ""
            paths.append(opening + operation(place, method) + closing)
            schemas += [schema("Resource\(place)", place), schema("Change\(place)", place)]
        }
        return """
            {"openapi": "3.0.3", "info": {"title": "Scale", "version": "1"}, "servers": [{"url": "https://scale.test"}],
            "paths": {\(paths.joined(separator: ",\n"))},
            "components": {"schemas": {"Problem": {"type": "object", "properties": {"message": {"type": "string"}}},
            \(schemas.joined(separator: ",\n"))}}}
            """
    }

    private static func operation(_ place: Int, _ method: String) -> String {
        let body = method == "get" ? "" : "\"requestBody\": {\"required\": true, \(content("Change\(place)"))},"
        return """
            "\(method)": {"operationId": "\(method)_resource_\(place)", "tags": ["group\(place / 50)"],
            "summary": "What operation \(place) does.", "description": "A sentence or two about it, as documents have them.",
            "parameters": [{"name": "resource_id", "in": "path", "required": true, "schema": {"type": "string"}},
            {"name": "page", "in": "query", "schema": {"type": "integer"}},
            {"name": "sort", "in": "query", "schema": {"type": "string", "enum": ["created", "updated", "name"]}},
            {"name": "If-Match", "in": "header", "schema": {"type": "string"}}], \(body)
            "responses": {"200": {"description": "Done.", \(content("Resource\(place)"))},
            "404": {"description": "Not found.", \(content("Problem"))}}}
            """
    }

    private static func content(_ schema: String) -> String {
        "\"content\": {\"application/json\": {\"schema\": {\"$ref\": \"#/components/schemas/\(schema)\"}}}"
    }

    private static func schema(_ name: String, _ place: Int) -> String {
        let plain = (0..<8).map { number in
            "\"property_\(number)\": {\"type\": \"\(["string", "integer", "boolean", "number"][number % 4])\", "
                + "\"description\": \"Property \(number) of \(name).\"}"
        }
        return """
            "\(name)": {"type": "object", "description": "What \(name) is.", "required": ["property_0"], "properties": {
            \(plain.joined(separator: ",\n")),
            "state": {"type": "string", "enum": ["open", "closed", "state_\(place)"]},
            "owner": {"type": "object", "properties": {"id": {"type": "string"}, "created_at": {"type": "string", "format": "date-time"}}},
            "parent": {"$ref": "#/components/schemas/\(name)"}}}
            """
    }
}
