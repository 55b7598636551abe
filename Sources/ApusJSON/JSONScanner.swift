/// Creates the tape in one loop without recursion: open containers are linked through their own entries.
struct JSONScanner: ~Copyable {
    let base: UnsafePointer<UInt8>
    let count: Int
    let maximumDepth: Int
    let keyHash = JSONKeyHash.shared
    var position = 0
    private var entries: UnsafeMutablePointer<JSONTape.Entry>
    private var entryCount = 0
    private var capacity: Int
    /// The innermost open container, or -1. While it is open, its `extent` is the index of the enclosing container.
    private var open = -1
    private var depth = 0
    private var isTaken = false

    init(bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int) {
        // An empty buffer may have no address; this one is never read.
        base = bytes.baseAddress ?? UnsafePointer(bitPattern: 1).unsafelyUnwrapped
        count = bytes.count
        self.maximumDepth = maximumDepth
        // Compact documents have an entry for every 8 to 12 bytes.
        capacity = bytes.count / 10 + 16
        entries = .allocate(capacity: capacity)
    }

    deinit {
        if !isTaken { entries.deallocate() }
    }

    mutating func finish() -> JSONTape.Storage {
        isTaken = true
        return JSONTape.Storage(adopting: entries, count: entryCount)
    }

    mutating func scanDocument() throws(JSONSyntaxError) {
        guard count <= Int(UInt32.max) else { throw JSONSyntaxError(offset: 0, reason: .tooLarge) }
        if count >= 3, base[0] == 0xEF, base[1] == 0xBB, base[2] == 0xBF { position = 3 }
        repeat {
            skipBlank()
            while try scanValue() == .opened { skipBlank() }
        } while try continueContainer()
        skipBlank()
        if position < count { throw error(.trailingContent) }
    }

    enum Progress { case opened, complete }

    /// Scans a scalar or an empty container, or opens a container and moves to its first value.
    @inline(__always)
    private mutating func scanValue() throws(JSONSyntaxError) -> Progress {
        guard position < count else { throw error(.unexpectedEnd) }
        switch base[position] {
        case UInt8(ascii: "\""): try scanString(.string)
        case UInt8(ascii: "{"): return try openObject()
        case UInt8(ascii: "["): return try openArray()
        case UInt8(ascii: "t"): try scanWord(0x6575_7274, length: 4, .true)
        case UInt8(ascii: "f"): try scanWord(0x6573_6c61, length: 5, .false)
        case UInt8(ascii: "n"): try scanWord(0x6c6c_756e, length: 4, .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try scanNumber()
        default: throw error(.expectedValue)
        }
        return .complete
    }

    /// After a complete value: closes the containers that end here. Returns true where another value must follow.
    @inline(__always)
    private mutating func continueContainer() throws(JSONSyntaxError) -> Bool {
        while open >= 0 {
            entries[open].extra &+= 1
            skipBlank()
            let isObject = entries[open].kind == .object
            guard position < count else { throw error(.unexpectedEnd) }
            let byte = base[position]
            if byte == UInt8(ascii: ",") {
                position += 1
                if isObject { try scanKey() }
                return true
            }
            guard byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                throw error(isObject ? .expectedCommaOrBrace : .expectedCommaOrBracket)
            }
            position += 1
            close()
        }
        return false
    }

    private mutating func openObject() throws(JSONSyntaxError) -> Progress {
        try push(.object)
        skipBlank()
        if position < count, base[position] == UInt8(ascii: "}") {
            position += 1
            close()
            return .complete
        }
        try scanKey()
        return .opened
    }

    private mutating func openArray() throws(JSONSyntaxError) -> Progress {
        try push(.array)
        skipBlank()
        if position < count, base[position] == UInt8(ascii: "]") {
            position += 1
            close()
            return .complete
        }
        return .opened
    }

    @inline(__always)
    private mutating func push(_ kind: JSONTape.Kind) throws(JSONSyntaxError) {
        depth += 1
        if depth > maximumDepth { throw error(.nestingTooDeep(limit: maximumDepth)) }
        let outer = UInt32(truncatingIfNeeded: open)
        append(JSONTape.Entry(kind: kind, offset: position, extent: Int(outer)))
        open = entryCount - 1
        position += 1
    }

    @inline(__always)
    private mutating func close() {
        let closed = open
        open = Int(Int32(bitPattern: entries[closed].extent))
        entries[closed].extent = UInt32(truncatingIfNeeded: entryCount)
        depth -= 1
    }

    /// Scans a member's name and the colon, up to its value.
    @inline(__always)
    private mutating func scanKey() throws(JSONSyntaxError) {
        skipBlank()
        guard position < count else { throw error(.unexpectedEnd) }
        guard base[position] == UInt8(ascii: "\"") else { throw error(.expectedKey) }
        try scanString(.key)
        skipBlank()
        guard position < count else { throw error(.unexpectedEnd) }
        guard base[position] == UInt8(ascii: ":") else { throw error(.expectedColon) }
        position += 1
    }

    /// `word` contains the first four letters (for `false`: the last four), little-endian.
    private mutating func scanWord(_ word: UInt32, length: Int, _ kind: JSONTape.Kind) throws(JSONSyntaxError) {
        var letters = word
        var index = position + length - 4
        let end = position + length
        while index < end {
            guard index < count else { throw JSONSyntaxError(offset: count, reason: .unexpectedEnd) }
            guard base[index] == UInt8(truncatingIfNeeded: letters) else { throw error(.expectedValue) }
            letters >>= 8
            index += 1
        }
        append(JSONTape.Entry(kind: kind, offset: position, extent: length))
        position = end
    }

    @inline(__always)
    mutating func skipBlank() {
        while position < count, base[position] <= 0x20 {
            switch base[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    @inline(__always)
    mutating func append(_ entry: JSONTape.Entry) {
        if entryCount == capacity { grow() }
        (entries + entryCount).initialize(to: entry)
        entryCount += 1
    }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutablePointer<JSONTape.Entry>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: entries, count: entryCount)
        entries.deallocate()
        entries = larger
        capacity *= 2
    }

    @inline(never)
    func error(_ reason: JSONSyntaxError.Reason) -> JSONSyntaxError {
        JSONSyntaxError(offset: position, reason: reason)
    }
}
