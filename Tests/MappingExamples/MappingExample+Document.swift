/// Short forms of documents.
extension MappingExample {
    static func complete(_ block: Chapter.Block) -> String {
        let keys = block.content.filter { line in line.first.map { $0 != " " && $0 != "#" && $0 != "-" } ?? false }.map
        { line in
            String(line.prefix { $0 != ":" })
        }
        if keys.contains("openapi") || keys.contains("swagger") || block.language == "json" {
            return block.content.joined(separator: "\n")
        }
        let version = block.words.first { $0.hasPrefix("version=") }?.dropFirst("version=".count) ?? "3.1.0"
        let head = ["openapi: \(version)", "info: { title: Pets, version: 1.2.0 }"]
        let parts: Set<String> = ["paths", "components", "webhooks", "servers", "security", "tags"]
        if !parts.isDisjoint(with: keys) { return (head + block.content).joined(separator: "\n") }
        let schemas = ["components:", "  schemas:"] + block.content.map { "    " + $0 }
        return (head + makePaths(for: keys, block.words) + schemas).joined(separator: "\n")
    }

    /// `- target: …` alone becomes a whole overlay.
    static func completeOverlay(_ block: Chapter.Block) -> String {
        if block.content.contains(where: { $0.hasPrefix("overlay:") }) { return block.content.joined(separator: "\n") }
        let version = block.words.first { $0.hasPrefix("version=") }?.dropFirst("version=".count) ?? "1.1.0"
        let head = ["overlay: \(version)", "info: { title: Changes, version: '1' }", "actions:"]
        return (head + block.content).joined(separator: "\n")
    }

    /// Operations that send and receive each schema.
    private static func makePaths(for names: [String], _ words: [Substring]) -> [String] {
        var lines = ["paths:"]
        for (index, name) in names.enumerated() {
            let type = words.contains("xml") ? "application/xml" : "application/json"
            let content = "content: { \(type): { schema: { $ref: '#/components/schemas/\(name)' } } }"
            lines.append("  /example\(index):")
            lines.append("    post:")
            lines.append("      operationId: example\(index)")
            if !words.contains("received") { lines.append("      requestBody: { \(content) }") }
            lines.append("      responses:")
            let answer = words.contains("sent") ? "{ description: Done }" : "{ description: Done, \(content) }"
            lines.append("        '200': \(answer)")
        }
        return lines
    }
}
