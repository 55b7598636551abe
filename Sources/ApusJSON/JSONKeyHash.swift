/// A cheap hash of member names. It finds duplicate members; it need not withstand attackers, as its users only get slower,
/// within a linear bound, when keys collide.
@frozen
public enum JSONKeyHash {
    /// Equal bytes have equal hashes.
    @inlinable
    public static func hash(_ bytes: UnsafePointer<UInt8>, count: Int) -> UInt32 {
        let raw = UnsafeRawPointer(bytes)
        var value = UInt64(truncatingIfNeeded: count)
        var index = 0
        while index + 8 <= count {
            value = mix(value ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        if index + 4 <= count {
            value = mix(value ^ UInt64(raw.loadUnaligned(fromByteOffset: index, as: UInt32.self)))
            index += 4
        }
        while index < count {
            value = (value << 8) ^ (value >> 56) ^ UInt64(bytes[index])
            index += 1
        }
        return UInt32(truncatingIfNeeded: mix(value) >> 32)
    }

    @inlinable @inline(__always)
    static func mix(_ value: UInt64) -> UInt64 {
        let product = value &* 0x9E37_79B9_7F4A_7C15
        return product ^ (product >> 29)
    }
}
