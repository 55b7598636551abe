/// Keys that collide in a hash without a seed: the hash that Apus's JSON reader once used, inverted.
enum Collisions {
    /// Different texts of eight printable characters of ASCII, all with one hash of 32 bits.
    static func keys(_ count: Int) -> [String] {
        var keys: [String] = []
        var low: UInt64 = 0
        while keys.count < count, low < 1 << 32 {
            // The hash of eight bytes is the upper half of mix(mix(8 ^ bytes)).
            let bytes = 8 ^ unmix(unmix(0x1234_5678_0000_0000 | low))
            if let key = text(bytes) { keys.append(key) }
            low += 1
        }
        return keys
    }

    private static func text(_ word: UInt64) -> String? {
        var rest = word
        var bytes: [UInt8] = []
        for _ in 0..<8 {
            let byte = UInt8(truncatingIfNeeded: rest)
            guard (0x20..<0x7F).contains(byte), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else {
                return nil
            }
            bytes.append(byte)
            rest >>= 8
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Inverts `value &* factor` with its upper bits folded over the lower ones.
    private static func unmix(_ mixed: UInt64) -> UInt64 {
        (mixed ^ (mixed >> 29) ^ (mixed >> 58)) &* inverse
    }

    /// By Newton's iteration, which doubles the bits that are right.
    private static let inverse: UInt64 = {
        let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
        var result = factor
        for _ in 0..<6 { result = result &* (2 &- factor &* result) }
        return result
    }()
}
