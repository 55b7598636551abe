extension SourceNode {
    /// The tree as indented text, each value with its location: the output of `apus dump tree`, the same on every
    /// machine.
    public func dump(files: SourceFiles) -> String {
        var lines: [String] = []
        append(to: &lines, files: files, label: "", depth: 0)
        return lines.joined(separator: "\n") + "\n"
    }

    /// At most as deep as the reader's limit on nesting, which fits the stack.
    private func append(to lines: inout [String], files: SourceFiles, label: String, depth: Int) {
        let position = files.position(of: mark)
        let head = String(repeating: "  ", count: depth) + label
        let location = "  @\(files.path(of: mark.file)):\(position.line):\(position.column)"
        switch content {
        case .null: lines.append(head + "null" + location)
        case .boolean(let value): lines.append(head + "\(value)" + location)
        case .number(let number): lines.append(head + number.text + location)
        case .string(let text): lines.append(head + text.debugDescription + location)
        case .sequence(let items):
            lines.append(head + "[\(items.count)]" + location)
            for item in items { item.append(to: &lines, files: files, label: "- ", depth: depth + 1) }
        case .mapping(let mapping):
            lines.append(head + "{\(mapping.entries.count)}" + location)
            for entry in mapping.entries {
                entry.value.append(to: &lines, files: files, label: entry.key.debugDescription + ": ", depth: depth + 1)
            }
        }
    }
}
