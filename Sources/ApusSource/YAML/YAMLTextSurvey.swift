/// One pass over a file that determines the work of ``YAMLText``; for nearly all files there is none.
struct YAMLTextSurvey {
    private(set) var hasNonASCII = false
    private(set) var needsStandIns = false
    /// The first `%TAG` beyond ``directiveLimit``: libyaml compares each with all previous ones.
    private(set) var excessDirective: Int?
    private var directives = 0
    private var usesPlane15 = false
    private var usesPlane16 = false

    /// Hand-written documents have at most one.
    static let directiveLimit = 64

    /// The first two bytes of a block of 256 private-use characters that the file does not use: U+F0000 or U+100000. A
    /// file that uses both planes keeps its special characters, and libyaml may refuse them.
    var standIn: (UInt8, UInt8)? {
        if !usesPlane15 { return (0xF3, 0xB0) }
        return usesPlane16 ? nil : (0xF4, 0x80)
    }

    init(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { bytes in
            var offset = 0
            while offset < bytes.count {
                let byte = bytes[offset]
                // Nearly every byte of nearly every file; build plugins run unoptimized builds.
                if byte >= 0x80 || byte < 0x20 || byte == 0x5C || byte == 0x7F || byte == 0x25 {
                    look(at: byte, bytes, offset)
                }
                offset += 1
            }
        }
    }

    private mutating func look(at byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) {
        if byte == 0x25 { return count(directiveAt: offset, bytes) }
        if byte >= 0x80 {
            hasNonASCII = true
            if byte == 0xF3 { usesPlane15 = true }
            if byte == 0xF4 { usesPlane16 = true }
        }
        if !needsStandIns, YAMLStandIns.find(in: bytes, at: offset) != nil { needsStandIns = true }
    }

    private mutating func count(directiveAt offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
        guard offset == 0 || bytes[offset - 1] == 0x0A || bytes[offset - 1] == 0x0D,
            bytes[offset...].prefix(4).elementsEqual("%TAG".utf8)
        else { return }
        directives += 1
        if directives > Self.directiveLimit, excessDirective == nil { excessDirective = offset }
    }
}
