import ApusJSON

extension JSONTreeBuilder {
    /// A container around the current position of the walk.
    private struct Container {
        let end: Int
        let isArray: Bool
        /// The number of started elements.
        var count = 0
        var key = ""

        var token: String {
            isArray ? String(count - 1) : key
        }
    }

    /// ``duplicates`` in file order, with pointers.
    func locateDuplicates() -> [Diagnostic] {
        var located = duplicates.sorted { ($0.mark?.offset ?? 0) < ($1.mark?.offset ?? 0) }
        var open: [Container] = []
        var index = 0
        for position in located.indices {
            while index < tape.count {
                let entry = tape[index]
                walk(to: index, entry, in: &open)
                index += 1
                guard entry.kind == .key, entry.offset == located[position].mark?.offset else { continue }
                located[position].pointer = JSONPointer.join(open.map(\.token))
                break
            }
        }
        return located
    }

    private func walk(to index: Int, _ entry: JSONTape.Entry, in open: inout [Container]) {
        while let last = open.last, last.end <= index { open.removeLast() }
        if let top = open.indices.last {
            if open[top].isArray {
                open[top].count += 1
            } else if entry.kind == .key {
                open[top].key = readText(entry)
            }
        }
        if entry.kind == .array || entry.kind == .object {
            open.append(Container(end: entry.end, isArray: entry.kind == .array))
        }
    }
}
