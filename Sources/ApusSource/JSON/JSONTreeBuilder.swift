import ApusJSON

/// Converts the tape to a tree without recursion. The tape is walked from its end, so that a container is visited after
/// its content and finds its finished children on top of the stacks, the first one uppermost.
struct JSONTreeBuilder {
    let tape: JSONTape
    private let bytes: UnsafeBufferPointer<UInt8>
    private let file: SourceFileID
    private var keys = JSONKeyTable()
    private var values: [SourceNode] = []
    private var members: [SourceMapping.Entry] = []
    /// In the order of the walk, which is not file order; without pointers, which only a walk from the start
    /// determines.
    private(set) var duplicates: [Diagnostic] = []
    /// The first text with too many marks, as ``SourceText`` counts them.
    private(set) var excess: SourceMark?

    init(tape: JSONTape, bytes: UnsafeBufferPointer<UInt8>, file: SourceFileID) {
        self.tape = tape
        self.bytes = bytes
        self.file = file
    }

    mutating func build() -> SourceNode {
        for index in stride(from: tape.count - 1, through: 0, by: -1) { add(tape.entries[index]) }
        return values.popLast() ?? SourceNode(.null, mark: SourceMark(file: file, offset: 0))
    }

    private mutating func add(_ entry: JSONTape.Entry) {
        let mark = SourceMark(file: file, offset: entry.offset)
        switch entry.kind {
        case .null: push(.null, mark)
        case .true: push(.boolean(true), mark)
        case .false: push(.boolean(false), mark)
        case .number: push(.number(SourceNumber(text: readText(entry))), mark)
        case .string: push(.string(check(readText(entry), entry, mark)), mark)
        case .key: addMember(entry, mark)
        case .array: push(.sequence(popValues(entry.childCount)), mark)
        case .object: push(.mapping(popMembers(entry.childCount)), mark)
        }
    }

    private mutating func push(_ content: SourceNode.Content, _ mark: SourceMark) {
        values.append(SourceNode(content, mark: mark))
    }

    private mutating func addMember(_ entry: JSONTape.Entry, _ mark: SourceMark) {
        guard let value = values.popLast() else { return }
        let key = entry.hasEscapes ? readText(entry) : keys.find(content(of: entry), hash: entry.keyHash)
        members.append(SourceMapping.Entry(key: check(key, entry, mark), keyMark: mark, value: value))
    }

    private mutating func popValues(_ count: Int) -> [SourceNode] {
        let result = Array(values.suffix(count).reversed())
        values.removeLast(result.count)
        return result
    }

    private mutating func popMembers(_ count: Int) -> SourceMapping {
        let entries = Array(members.suffix(count).reversed())
        members.removeLast(entries.count)
        if let mapping = SourceMapping(ifUnique: entries) { return mapping }
        var builder = MappingBuilder()
        for entry in entries {
            guard let earlier = builder.add(entry) else { continue }
            duplicates.append(.duplicateKey(entry.key, at: entry.keyMark, first: earlier.keyMark))
        }
        return builder.finish()
    }

    private func content(of entry: JSONTape.Entry) -> UnsafeBufferPointer<UInt8> {
        let start = entry.contentOffset
        return UnsafeBufferPointer(rebasing: bytes[start..<start + entry.length])
    }

    private mutating func check(_ text: String, _ entry: JSONTape.Entry, _ mark: SourceMark) -> String {
        // The walk goes from the end to the start.
        if entry.hasEscapes || !entry.isASCII, SourceText.hasTooManyMarks(text) { excess = mark }
        return text
    }

    func readText(_ entry: JSONTape.Entry) -> String {
        guard entry.hasEscapes else { return String(decoding: content(of: entry), as: UTF8.self) }
        return JSONString.decode(content(of: entry), hasEscapes: true)
    }
}
