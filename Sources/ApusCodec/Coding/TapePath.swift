internal import ApusJSON

/// The path of a tape entry, found by descending from the root: only a failed decoding or encoding computes paths.
struct TapePath {
    let bytes: UnsafePointer<UInt8>
    let entries: UnsafePointer<JSONTape.Entry>
    private(set) var text = ""

    init(bytes: UnsafePointer<UInt8>, entries: UnsafePointer<JSONTape.Entry>) {
        self.bytes = bytes
        self.entries = entries
    }

    mutating func descend(to target: Int) {
        var container = 0
        while container != target {
            guard entries[container].kind == .object || entries[container].kind == .array else { return }
            container = step(from: container, towards: target)
        }
    }

    /// The child of `container` that is `target` or contains it.
    private mutating func step(from container: Int, towards target: Int) -> Int {
        let isObject = entries[container].kind == .object
        let end = entries[container].end
        var child = container + 1
        var position = 0
        while child < end {
            let value = isObject ? child + 1 : child
            let next = entries[value].next(after: value)
            if target < next {
                append(value, position: position, in: container)
                return value
            }
            child = next
            position += 1
        }
        return target
    }

    /// The step from a container to one of its members or elements.
    mutating func append(_ value: Int, position: Int, in container: Int) {
        if entries[container].kind == .object { append(key: key(at: value - 1)) } else { text += "[\(position)]" }
    }

    private func key(at index: Int) -> String {
        let entry = entries[index]
        let content = UnsafeBufferPointer(start: bytes + entry.contentOffset, count: entry.length)
        return JSONString.decode(content, hasEscapes: entry.hasEscapes)
    }

    mutating func append(key: String) { text = Self.append(key: key, to: text) }

    /// The maximum number of bytes of a name in a path: a server's name may be as long as its body.
    private static let longestName = 100

    /// `.name`, or `["a name"]` for a name with dots, brackets or spaces. A long name is shortened, and control
    /// characters are escaped.
    static func append(key: String, to text: String) -> String {
        let key = ShownText.short(key, most: longestName)
        let isPlain =
            !key.isEmpty
            && key.utf8.allSatisfy { byte in
                byte >= 0x80 || byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F || byte == 0x2D
                    || byte == 0x24
            }
        if !isPlain { return text + "[\"\(key)\"]" }
        return text.isEmpty ? key : text + "." + key
    }
}
