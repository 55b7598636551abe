import Testing

@testable import ApusJSON

/// The hash of names has a seed: without it, nobody can choose names that collide.
struct KeyHashTests {
    /// Names with one value of the hash without a seed that Apus once had, found by running it backwards.
    private static let collisions = [
        "4PPBNack", "iK4icXPF", "GfLu8NGY", "3zROQf5P", "EqRPg2PF", "gYfZsrbt", "GxBytaVc", "QzoWo3zB", "z0mSSF0N",
        "ujWdfQJc", "dJTgN6yg", "BuJSr4TD",
    ]

    private func hash(_ text: String, _ hash: JSONKeyHash) -> UInt32 {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            bytes.baseAddress.map { hash.hash($0, count: bytes.count) } ?? 0
        }
    }

    @Test func knownCollisionsAreNone() {
        let hashes = Set(Self.collisions.map { hash($0, .shared) })
        #expect(hashes.count == Self.collisions.count)
    }

    @Test func seedsDiffer() {
        let (first, second) = (
            JSONKeyHash(start: 1, factor: 0x9E37_79B9_7F4A_7C15), JSONKeyHash(start: 2, factor: 0xD6E8_FEB8_6659_FD93)
        )
        #expect(Self.collisions.contains { hash($0, first) != hash($0, second) })
        #expect(JSONKeyHash.shared.factor & 1 == 1)
    }

    /// Names of every length up to a few words that differ in one bit, two of which cancel out in a hash that only adds
    /// its seed.
    @Test(arguments: 1...24)
    func bitsCount(length: Int) {
        let text = [UInt8](repeating: 0x61, count: length)
        var hashes: Set<UInt32> = []
        for index in 0..<length {
            for bit in 0..<6 {
                var other = text
                other[index] ^= 1 << UInt8(bit)
                hashes.insert(hash(String(decoding: other, as: UTF8.self), .shared))
            }
        }
        #expect(hashes.count >= length * 6 - 1)
    }
}
