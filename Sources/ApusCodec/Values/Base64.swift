#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// RFC 4648, the alphabet of §4 or §5, with or without padding; also in lines as in RFC 2045, 6.8.
package enum Base64 {
    package static func decode(_ text: UnsafeBufferPointer<UInt8>) -> Data? {
        if let data = Data(base64Encoded: Data(text)) { return data }
        var letters: [UInt8] = []
        letters.reserveCapacity(text.count + 3)
        for letter in text {
            switch letter {
            case UInt8(ascii: "="), UInt8(ascii: " "), 0x09, 0x0A, 0x0D: break
            case UInt8(ascii: "-"): letters.append(UInt8(ascii: "+"))
            case UInt8(ascii: "_"): letters.append(UInt8(ascii: "/"))
            default: letters.append(letter)
            }
        }
        while letters.count % 4 != 0 { letters.append(UInt8(ascii: "=")) }
        return Data(base64Encoded: Data(letters))
    }
}
