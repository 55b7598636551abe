/// Finds a byte sequence in another in linear time (Knuth, Morris and Pratt).
struct ByteSearch: Sendable {
    private let needle: [UInt8]
    /// For each position of the needle, the length of its longest prefix that ends there.
    private let borders: [Int]

    /// - Parameter needle: At least one byte.
    init(_ needle: [UInt8]) {
        self.needle = needle
        var borders = [Int](repeating: 0, count: needle.count)
        var length = 0
        for index in needle.indices.dropFirst() {
            while length > 0, needle[index] != needle[length] { length = borders[length - 1] }
            if needle[index] == needle[length] { length += 1 }
            borders[index] = length
        }
        self.borders = borders
    }

    /// The ranges of all occurrences, in order, including overlapping ones.
    func matches(in bytes: [UInt8]) -> [Range<Int>] {
        guard let last = borders.last, needle.count <= bytes.count else { return [] }
        return bytes.withUnsafeBufferPointer { bytes in
            var found: [Range<Int>] = []
            var length = 0
            for index in bytes.indices {
                while length > 0, bytes[index] != needle[length] { length = borders[length - 1] }
                if bytes[index] == needle[length] { length += 1 }
                if length == needle.count {
                    found.append(index + 1 - length..<index + 1)
                    length = last
                }
            }
            return found
        }
    }
}
