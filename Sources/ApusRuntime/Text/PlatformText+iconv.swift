internal import ApusPlatform

#if canImport(Darwin)
    internal import Foundation
#endif

/// Encodings of the platform: of the C library (iconv, POSIX.1) on Linux, of Foundation on Apple platforms.
enum PlatformText {
    /// nil: the platform does not support the encoding, or the bytes are not text in it.
    static func decode(_ bytes: [UInt8], encoding name: String) -> String? {
        guard !name.isEmpty else { return nil }
        #if canImport(Glibc) || canImport(Musl)
            guard let converter = iconv_open("UTF-8", name), converter != UnsafeMutableRawPointer(bitPattern: -1) else {
                return nil
            }
            defer { iconv_close(converter) }
            return convert(bytes, by: converter)
        #elseif canImport(Darwin)
            let encoding = CFStringConvertIANACharSetNameToEncoding(name as CFString)
            guard encoding != kCFStringEncodingInvalidId else { return nil }
            let known = String.Encoding(rawValue: CFStringConvertEncodingToNSStringEncoding(encoding))
            return String(bytes: bytes, encoding: known)
        #else
            return nil
        #endif
    }

    #if canImport(Glibc) || canImport(Musl)
        private static func convert(_ bytes: [UInt8], by converter: iconv_t) -> String? {
            var input = bytes.map { CChar(bitPattern: $0) }
            var output = [CChar](repeating: 0, count: 4_096)
            var text: [UInt8] = []
            let isWhole = input.withUnsafeMutableBufferPointer { input in
                var source = input.baseAddress
                var left = input.count
                while true {
                    let (result, count) = output.withUnsafeMutableBufferPointer { output in
                        var target = output.baseAddress
                        var room = output.count
                        // After the input, a last call writes the converter's pending output.
                        let result =
                            left > 0
                            ? iconv(converter, &source, &left, &target, &room)
                            : iconv(converter, nil, nil, &target, &room)
                        return (result, output.count - room)
                    }
                    let problem = errno
                    text += output.prefix(count).map { UInt8(bitPattern: $0) }
                    // `size_t` is `Int` in Swift, so that the error is -1.
                    if result == -1 {
                        guard problem == E2BIG else { return false }
                    } else if left == 0 {
                        if count == 0 { return true }
                    }
                }
            }
            return isWhole ? BodyText.utf8(text) : nil
        }
    #endif
}
