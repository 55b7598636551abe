/// A fast hash of member names with a seed that differs between processes, so that no document can be written whose
/// names collide: tables and comparisons with it remain linear.
package struct JSONKeyHash: Sendable {
    /// One seed for each process; tapes of one process are comparable.
    package static let shared = JSONKeyHash(start: .random(in: .min ... .max), factor: .random(in: .min ... .max) | 1)

    let start: UInt64
    /// Odd. A product of 128 bits, folded, preserves no difference between two names for every factor.
    let factor: UInt64

    /// Equal bytes have equal hashes.
    @inline(__always)
    package func hash(_ bytes: UnsafePointer<UInt8>, count: Int) -> UInt32 {
        let raw = UnsafeRawPointer(bytes)
        var value = start ^ UInt64(truncatingIfNeeded: count)
        var index = 0
        while index + 8 <= count {
            value = mix(value ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        if index + 4 <= count {
            value = mix(value ^ UInt64(raw.loadUnaligned(fromByteOffset: index, as: UInt32.self)))
            index += 4
        }
        var rest: UInt64 = 0
        while index < count {
            rest = rest << 8 | UInt64(bytes[index])
            index += 1
        }
        return UInt32(truncatingIfNeeded: mix(value ^ rest) >> 32)
    }

    /// A hash of two numbers, in this order.
    @inline(__always)
    package func combine(_ first: UInt64, _ second: UInt64) -> UInt64 { mix(mix(start ^ first) ^ second) }

    @inline(__always)
    private func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: factor)
        return product.high ^ product.low
    }
}
