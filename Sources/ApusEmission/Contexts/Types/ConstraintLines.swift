import ApusModel

/// The JSON Schema of a model for `validate()`, with a line for each member and keyword. The JSON is ASCII without `#`,
/// so that no text of a document can end the raw literal around it.
enum ConstraintLines {
    static func make(members: [String] = [], own: [ConstraintDecl]) -> [String] {
        if members.isEmpty && own.isEmpty { return [] }
        var keywords = own.map { ["  \"\($0.keyword)\":\($0.json)"] }
        if !members.isEmpty {
            let lines = separated(members.map { ["    " + $0] })
            keywords.insert(["  \"properties\":{"] + lines + ["  }"], at: 0)
        }
        return ["{"] + separated(keywords) + ["}"]
    }

    /// The declaration in an operation, with a line for each location; nothing without constraints.
    static func block(locations: [String], _ printer: Printer) -> [String] {
        if locations.isEmpty { return [] }
        let json = ["{"] + separated(locations.map { ["  " + $0] }) + ["}"]
        let head = printer.access + "static var constraints: " + printer.vocabulary["StaticString"] + " {"
        let lines = printer.hidden + [head] + (["#\"\"\""] + json + ["\"\"\"#"]).map { "    " + $0 } + ["}"]
        return [Layout.indented(lines.joined(separator: "\n"), by: 1)]
    }

    /// Blocks with a comma after all but the last.
    private static func separated(_ blocks: [[String]]) -> [String] {
        blocks.enumerated().flatMap { index, block in
            index + 1 < blocks.count ? block.dropLast() + block.suffix(1).map { $0 + "," } : block
        }
    }
}
