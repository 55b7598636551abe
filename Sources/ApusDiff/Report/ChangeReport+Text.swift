import ApusSource

extension ChangeReport {
    /// One line for each change in columns, and the summary:
    ///
    ///     breaking   Contact.custom is now Contact.customFields   wire: custom → custom_fields   openapi.yaml:259
    ///     1 breaking · a new major version
    ///
    /// - Parameter all: Whether changes that no caller sees have lines, and accepted ones.
    public func text(all: Bool = false) -> String {
        let shown = changes.filter { all || $0.kind.effect != .internal }
        var lines = Self.align(shown.map(columns))
        let indent = max(Self.indent, 3 + (shown.map(\.kind.effect.rawValue.count).max() ?? 0))
        for (index, change) in shown.enumerated().reversed() {
            guard let suggestion = change.suggestion else { continue }
            lines.insert(String(repeating: " ", count: indent) + "keep the name with " + suggestion, at: index + 1)
        }
        if all {
            lines += accepted.map { change, reason in
                "accepted   \(change.sentence): \(VisibleText.of(reason))"
            }
        }
        return (lines + [summary]).map { $0 + "\n" }.joined()
    }

    private static let indent = 11
    /// The widest aligned sentence; longer ones move the columns after them.
    private static let widest = 60

    private func columns(_ change: Change) -> [String] {
        [
            change.kind.effect.rawValue, change.sentence, change.wire.map { "wire: " + $0 } ?? "",
            location(of: change) ?? "",
        ]
    }

    /// Pads each column to its widest cell, at most to ``widest``.
    private static func align(_ rows: [[String]]) -> [String] {
        var widths = [indent - 3, 0, 0, 0]
        for row in rows {
            for (index, cell) in row.enumerated() { widths[index] = max(widths[index], min(widest, cell.count)) }
        }
        return rows.map { row in
            var line = ""
            for (index, cell) in row.enumerated() where widths[index] > 0 {
                line += cell + String(repeating: " ", count: max(0, widths[index] - cell.count) + 3)
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
