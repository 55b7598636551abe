/// The end of a line after which a block scalar begins: `key: |`, `- >-`, `--- |2 # comment` (YAML 1.2, section 8.1.1).
struct YAMLBlockHeader {
    /// The indentation of its text, if the header has it.
    let indentation: Int?

    /// - Parameter line: The line from its first key or value.
    static func read(_ line: ArraySlice<UInt8>) -> YAMLBlockHeader? {
        var words = line.split { $0 == 0x20 || $0 == 0x09 }
        if let comment = words.firstIndex(where: { $0.first == 0x23 }) { words = Array(words[..<comment]) }
        guard let mark = words.popLast(), mark.first == 0x7C || mark.first == 0x3E, mark.count <= 3 else { return nil }
        var indentation: Int?
        for byte in mark.dropFirst() {
            switch byte {
            case 0x2B, 0x2D: break
            case 0x31...0x39: indentation = Int(byte - 0x30)
            default: return nil
            }
        }
        // Tags and anchors may precede the indicator.
        while let word = words.last, word.first == 0x21 || word.first == 0x26, word.last != 0x3A { words.removeLast() }
        guard let owner = words.last else { return YAMLBlockHeader(indentation: indentation) }
        let isOwner = owner.last == 0x3A || owner.elementsEqual([0x2D]) || owner.elementsEqual([0x3F])
        return isOwner || owner.elementsEqual([0x2D, 0x2D, 0x2D]) ? YAMLBlockHeader(indentation: indentation) : nil
    }
}
