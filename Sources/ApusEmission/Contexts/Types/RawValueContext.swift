/// The raw values of an enum's cases: one switch, or several in sequence, each of which continues where the previous
/// one ends.
struct RawValueContext: TemplateValue {
    static let tags = ["head", "rows"]

    private let head: String
    private let rows: [String]

    func child(named name: String) -> (any TemplateValue)? {
        switch name {
        case "head": head
        case "rows": rows
        default: nil
        }
    }

    /// The last of several switches has no row for its last case: the compiler assumes other cases remain, but none
    /// reaches it.
    ///
    /// - Parameter limit: The maximum number of cases of one switch.
    static func make(
        of cases: [EnumContext.CaseContext], unknownName: String, type: String, limit: Int, access: String
    ) -> [RawValueContext] {
        let unknown = "case .\(unknownName)(let value): value"
        let rows = cases.map { "case .\($0.name): \($0.raw)" }
        guard rows.count > limit, let last = cases.last else {
            return [RawValueContext(head: "\(access)var rawValue: \(type)", rows: rows + [unknown])]
        }
        let name = findName(beside: cases)
        return stride(from: 0, to: rows.count, by: limit).map { start in
            let isFirst = start == 0
            let isLast = start + limit >= rows.count
            let own = rows[start..<min(start + limit, rows.count)]
            return RawValueContext(
                head: (isFirst ? "\(access)var rawValue" : "private var \(name)\(start)") + ": \(type)",
                rows: (isFirst ? [unknown] : []) + (isLast ? own.dropLast() : own)
                    + ["default: " + (isLast ? last.raw : "\(name)\(start + limit)")])
        }
    }

    /// `rawValueFrom`, or another name where a case begins with it.
    private static func findName(beside cases: [EnumContext.CaseContext]) -> String {
        var name = "rawValueFrom"
        while cases.contains(where: { SwiftSource.bare($0.name).hasPrefix(name) }) { name = "_" + name }
        return name
    }
}
