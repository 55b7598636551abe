import ApusSource

extension ChangeReport {
    /// A section with a table for each effect, for release notes and reviews.
    ///
    /// - Parameter all: Whether changes that no caller sees have rows, and accepted ones.
    public func markdown(all: Bool = false) -> String {
        var lines = ["**\(summary)**", ""]
        for effect in ChangeClass.allCases where all || effect != .internal {
            let rows = changes.filter { $0.kind.effect == effect }
            if rows.isEmpty { continue }
            lines += ["### \(effect.title)", "", "| change | in messages | location |", "|---|---|---|"]
            lines += rows.map { change in
                let words = Self.inline(change.sentence) + (change.suggestion.map { "<br>" + Self.code($0) } ?? "")
                let cells = [words, change.wire.map(Self.inline) ?? "", location(of: change).map(Self.code) ?? ""]
                return "| " + cells.joined(separator: " | ") + " |"
            }
            lines.append("")
        }
        if all, !accepted.isEmpty {
            lines += ["### Accepted", ""]
            lines += accepted.map { "- \(Self.inline($0.change.sentence)): \(Self.inline(VisibleText.of($0.reason)))" }
            lines.append("")
        }
        return lines.dropLast(lines.last == "" ? 1 : 0).map { $0 + "\n" }.joined()
    }

    /// Text of a document as text: no character of it formats anything, and none is HTML.
    static func inline(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "<": "&lt;"
            case ">": "&gt;"
            case "&": "&amp;"
            case "\\", "`", "*", "_", "[", "]", "|", "#", "~": "\\" + String(scalar)
            default: String(scalar)
            }
        }.joined()
    }

    /// Code in a cell of a table, in HTML, because a backtick in it would end a Markdown span.
    private static func code(_ text: String) -> String {
        "<code>" + inline(text) + "</code>"
    }
}

extension ChangeClass {
    /// The heading of its section.
    var title: String {
        switch self {
        case .breaking: "Breaking: a caller compiles no more"
        case .silent: "Silent: a caller compiles and behaves otherwise"
        case .deprecated: "Deprecated"
        case .added: "Added"
        case .internal: "Internal: a caller sees nothing"
        }
    }
}
