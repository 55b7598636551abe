/// Decompresses zlib data (RFC 1950, RFC 1951), in which git stores its objects.
///
/// The tool links no zlib: a prebuilt binary would need another library for what takes a page.
struct Inflate {
    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private var bits: UInt32 = 0
    private var bitCount = 0
    private var output: [UInt8] = []
    private let limit: Int

    /// - Parameter limit: The greatest size of the result.
    /// - Returns: nil for invalid data, and for more than the limit.
    static func decompress(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
        guard bytes.count > 2, bytes[bytes.startIndex] & 0x0F == 8 else { return nil }
        var inflate = Inflate(bytes: bytes, position: bytes.startIndex + 2, limit: limit)
        return inflate.run() ? inflate.output : nil
    }

    private init(bytes: ArraySlice<UInt8>, position: Int, limit: Int) {
        self.bytes = bytes
        self.position = position
        self.limit = limit
    }

    private mutating func run() -> Bool {
        while true {
            guard let isLast = readBits(1), let kind = readBits(2) else { return false }
            let isRead =
                switch kind {
                case 0: copyStored()
                case 1: decode(Self.fixedLengths, Self.fixedDistances)
                case 2: decodeDynamic()
                default: false
                }
            guard isRead else { return false }
            if isLast == 1 { return true }
        }
    }

    /// Bits in the order of RFC 1951, section 3.1.1.
    private mutating func readBits(_ count: Int) -> Int? {
        while bitCount < count {
            guard position < bytes.endIndex else { return nil }
            bits |= UInt32(bytes[position]) << UInt32(bitCount)
            position += 1
            bitCount += 8
        }
        let value = bits & ((1 << UInt32(count)) - 1)
        bits >>= UInt32(count)
        bitCount -= count
        return Int(value)
    }

    private mutating func copyStored() -> Bool {
        (bits, bitCount) = (0, 0)
        guard position + 4 <= bytes.endIndex else { return false }
        let count = Int(bytes[position]) | Int(bytes[position + 1]) << 8
        position += 4
        guard position + count <= bytes.endIndex, output.count + count <= limit else { return false }
        output += bytes[position..<position + count]
        position += count
        return true
    }

    private mutating func decode(_ lengths: HuffmanTable, _ distances: HuffmanTable) -> Bool {
        while true {
            guard let symbol = read(lengths) else { return false }
            if symbol == 256 { return true }
            guard output.count < limit else { return false }
            if symbol < 256 {
                output.append(UInt8(symbol))
            } else if !copy(symbol - 257, distances) {
                return false
            }
        }
    }

    /// Copies earlier output (section 3.2.5).
    private mutating func copy(_ symbol: Int, _ distances: HuffmanTable) -> Bool {
        guard symbol < Self.lengthBases.count, let more = readBits(Self.lengthBits[symbol]), let code = read(distances),
            code < Self.distanceBases.count, let far = readBits(Self.distanceBits[code])
        else { return false }
        let (length, distance) = (Self.lengthBases[symbol] + more, Self.distanceBases[code] + far)
        guard distance <= output.count, output.count + length <= limit else { return false }
        for _ in 0..<length { output.append(output[output.count - distance]) }
        return true
    }

    private mutating func read(_ table: HuffmanTable) -> Int? {
        var code = 0
        var first = 0
        var index = 0
        for length in 1..<table.counts.count {
            guard let bit = readBits(1) else { return nil }
            code |= bit
            let count = table.counts[length]
            if code - count < first { return table.symbols[index + code - first] }
            index += count
            first = (first + count) << 1
            code <<= 1
        }
        return nil
    }

    /// The tables of a block (section 3.2.7).
    private mutating func decodeDynamic() -> Bool {
        guard let literals = readBits(5), let distances = readBits(5), let codes = readBits(4), literals <= 29 else {
            return false
        }
        var lengths = [Int](repeating: 0, count: 19)
        for position in 0..<codes + 4 {
            guard let length = readBits(3) else { return false }
            lengths[Self.codeOrder[position]] = length
        }
        let total = literals + 257 + distances + 1
        guard let table = HuffmanTable(lengths), let all = readLengths(total, table),
            let first = HuffmanTable(Array(all.prefix(literals + 257))),
            let second = HuffmanTable(Array(all.dropFirst(literals + 257)))
        else { return false }
        return decode(first, second)
    }

    private mutating func readLengths(_ total: Int, _ table: HuffmanTable) -> [Int]? {
        var all: [Int] = []
        while all.count < total {
            guard let symbol = read(table) else { return nil }
            switch symbol {
            case ..<16: all.append(symbol)
            case 16:
                guard let last = all.last, let count = readBits(2) else { return nil }
                all += [Int](repeating: last, count: count + 3)
            case 17:
                guard let count = readBits(3) else { return nil }
                all += [Int](repeating: 0, count: count + 3)
            default:
                guard let count = readBits(7) else { return nil }
                all += [Int](repeating: 0, count: count + 11)
            }
        }
        return all.count == total ? all : nil
    }

    private static let codeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    private static let lengthBases = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let lengthBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distanceBases = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1_025, 1_537, 2_049, 3_073,
        4_097,
        6_145, 8_193, 12_289, 16_385, 24_577,
    ]
    private static let distanceBits = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
    ]
    /// Section 3.2.6.
    private static let fixedLengths = HuffmanTable(
        fixed: [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112) + [Int](repeating: 7, count: 24)
            + [Int](repeating: 8, count: 8))
    private static let fixedDistances = HuffmanTable(fixed: [Int](repeating: 5, count: 30))
}

/// A canonical Huffman code (RFC 1951, section 3.2.2): the number of codes of each length, and their symbols in order.
struct HuffmanTable {
    let counts: [Int]
    let symbols: [Int]

    /// - Returns: nil for lengths that are no code.
    init?(_ lengths: [Int]) {
        self.init(fixed: lengths)
        var left = 1
        for count in counts.dropFirst() {
            left = left << 1 - count
            if left < 0 { return nil }
        }
    }

    init(fixed lengths: [Int]) {
        var counts = [Int](repeating: 0, count: 16)
        for length in lengths where length > 0 { counts[length] += 1 }
        self.counts = counts
        symbols = lengths.indices.filter { lengths[$0] > 0 }.sorted {
            lengths[$0] == lengths[$1] ? $0 < $1 : lengths[$0] < lengths[$1]
        }
    }
}
