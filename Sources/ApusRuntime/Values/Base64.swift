#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// RFC 4648, the alphabet of §4 or §5, with or without padding.
enum Base64 {
    static func decode(_ text: UnsafeBufferPointer<UInt8>) -> Data? {
        if let data = Data(base64Encoded: Data(text)) { return data }
        var letters = text.filter { $0 != UInt8(ascii: "=") }.map { letter in
            switch letter {
            case UInt8(ascii: "-"): UInt8(ascii: "+")
            case UInt8(ascii: "_"): UInt8(ascii: "/")
            default: letter
            }
        }
        while letters.count % 4 != 0 { letters.append(UInt8(ascii: "=")) }
        return Data(base64Encoded: Data(letters))
    }
}
