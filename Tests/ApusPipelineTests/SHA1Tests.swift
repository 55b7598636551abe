import Testing

@testable import ApusPipeline

struct SHA1Tests {
    /// The examples of FIPS 180-4's validation, and lengths around the ends of blocks; digests by another implementation.
    @Test func knownBytes() {
        #expect(hex("abc".utf8) == "a9993e364706816aba3e25717850c26c9cd0d89d")
        #expect(
            hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)
                == "84983e441c3bd26ebaae4aa1f95129e5e54670f1")
    }

    @Test(arguments: [
        (0, "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
        (1, "5ba93c9db0cff93f52b521d7420e43f6eda2784f"),
        (55, "aecd1643c9903b9bae8cb94f53c50f8a4e18605b"),
        (56, "f5d65c621c02cc8e785159feff8088e3072da1bc"),
        (57, "a69640f450b01dd44b096a2a697b52e3f2aeb117"),
        (63, "4952f0fe097e4d6410ae9eab4855aa836caf3bff"),
        (64, "1e17ae1fc093e5daca033553c97a5192ca164486"),
        (65, "ac44f5dbe3e9b5d2733fc9537fcad715c3c20bc3"),
        (119, "b4a4e69060d0b1e7e8ebbf7041a4211c63438b57"),
        (120, "b651390c2996406336a3f6647e4b590c18cdd6f8"),
        (1000, "38f3aa587f4aa04965a359f9151092759b3a4c2a"),
    ])
    func everyPadding(count: Int, digest: String) {
        #expect(hex((0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }) == digest)
    }

    private func hex(_ bytes: some Sequence<UInt8>) -> String {
        SHA1.digest(of: Array(bytes)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
