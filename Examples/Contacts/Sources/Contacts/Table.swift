/// Rows in columns.
enum Table {
    static func print(_ entries: [Entry]) -> String {
        let rows = [["Vendor", "Name", "Phone", "E-mail"]] + entries.map { [$0.vendor, $0.name, $0.phone, $0.email] }
        let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row in
            zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
        }
        return lines.joined(separator: "\n")
    }
}
