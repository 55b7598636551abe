/// A token (RFC 9110, 5.6.2): the name of a method or of a header field, and each half of a media type.
package enum HTTPToken {
    package static func isWellFormed(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy(isByte)
    }

    static func isByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
