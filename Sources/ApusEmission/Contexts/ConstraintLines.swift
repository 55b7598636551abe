import ApusModel

/// The JSON Schema of a model that `validate()` reads: a line for each member and each keyword. Its JSON is ASCII without `#`, so that no text
/// of a document can end the raw literal around it.
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

    /// Blocks with a comma behind all but the last.
    private static func separated(_ blocks: [[String]]) -> [String] {
        blocks.enumerated().flatMap { place, block in
            place + 1 < blocks.count ? block.dropLast() + block.suffix(1).map { $0 + "," } : block
        }
    }
}
