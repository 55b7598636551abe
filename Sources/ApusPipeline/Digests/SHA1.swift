/// SHA-1 (FIPS 180-4), git's content digest. It is not used for security: it only determines whether git has the same
/// bytes.
enum SHA1 {
    /// 20 bytes.
    static func digest(of bytes: [UInt8]) -> [UInt8] {
        var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
        let padded = pad(bytes)
        var words = [UInt32](repeating: 0, count: 80)
        for start in stride(from: 0, to: padded.count, by: 64) {
            schedule(padded, from: start, into: &words)
            compress(words, into: &state)
        }
        return state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
    }

    /// A one bit, zeros up to 56 bytes of the last block, the length in bits as 8 bytes (section 5.1.1).
    private static func pad(_ bytes: [UInt8]) -> [UInt8] {
        let zeros = (119 - bytes.count % 64) % 64
        let length = UInt64(bytes.count) * 8
        let tail = (0..<8).map { UInt8(truncatingIfNeeded: length >> UInt64(56 - 8 * $0)) }
        return bytes + [0x80] + [UInt8](repeating: 0, count: zeros) + tail
    }

    /// The message schedule of one block (section 6.1.2, step 1).
    private static func schedule(_ bytes: [UInt8], from start: Int, into words: inout [UInt32]) {
        for index in 0..<16 {
            let position = start + 4 * index
            let high = UInt32(bytes[position]) << 24 | UInt32(bytes[position + 1]) << 16
            words[index] = high | UInt32(bytes[position + 2]) << 8 | UInt32(bytes[position + 3])
        }
        for index in 16..<80 {
            words[index] = rotate(words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16], 1)
        }
    }

    /// The 80 rounds of one block (section 6.1.2, steps 2 to 4).
    private static func compress(_ words: [UInt32], into state: inout [UInt32]) {
        var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
        for index in 0..<80 {
            let (mixed, constant): (UInt32, UInt32) =
                switch index {
                case 0..<20: ((b & c) ^ (~b & d), 0x5a82_7999)
                case 20..<40: (b ^ c ^ d, 0x6ed9_eba1)
                case 40..<60: ((b & c) ^ (b & d) ^ (c & d), 0x8f1b_bcdc)
                default: (b ^ c ^ d, 0xca62_c1d6)
                }
            let next = rotate(a, 5) &+ mixed &+ e &+ constant &+ words[index]
            (a, b, c, d, e) = (next, a, rotate(b, 30), c, d)
        }
        state[0] &+= a
        state[1] &+= b
        state[2] &+= c
        state[3] &+= d
        state[4] &+= e
    }

    private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word << count | word >> (32 - count)
    }
}
