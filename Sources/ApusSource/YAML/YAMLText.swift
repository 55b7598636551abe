/// Converts a file's text to a form that libyaml accepts, and back.
///
/// libyaml reads YAML 1.1: it refuses control characters and surrogate escapes (`"\ud83d\ude00"`), which JSON writers
/// produce, and breaks lines at U+0085, U+2028 and U+2029, which YAML 1.2 (section 5.4) does not. Each such character,
/// and the backslash of each surrogate escape, is replaced by one private-use character before reading, and restored in
/// every scalar afterwards. The replacement is one for one, so that libyaml's marks, which count characters, remain
/// valid.
struct YAMLText {
    /// The input of libyaml.
    private(set) var prepared: [UInt8]
    private let original: [UInt8]
    /// Byte offset of every `stride`-th scalar; empty when all are ASCII, where both counts are equal.
    private let checkpoints: [UInt32]
    /// The first `%TAG` beyond the limit.
    let excessDirective: Int?
    /// First two bytes of the replacements; nil when nothing was replaced.
    private let standIn: (UInt8, UInt8)?

    private static let stride = 16

    /// - Parameter tabs: The file with replaced tabs, after libyaml refused the original.
    init(_ bytes: [UInt8], tabs: YAMLTabs? = nil) {
        original = bytes
        let survey = YAMLTextSurvey(bytes)
        excessDirective = survey.excessDirective
        checkpoints = survey.hasNonASCII ? Self.countScalars(bytes) : []
        let textTabs = tabs?.textTabs ?? []
        standIn = survey.needsStandIns || !textTabs.isEmpty ? survey.standIn : nil
        let source = tabs?.bytes ?? bytes
        prepared = standIn.map { YAMLStandIns.insert(into: source, lead: $0, excluding: textTabs) } ?? source
    }

    private static func countScalars(_ bytes: [UInt8]) -> [UInt32] {
        bytes.withUnsafeBufferPointer { bytes in
            var checkpoints: [UInt32] = []
            checkpoints.reserveCapacity(bytes.count / stride + 1)
            var scalars = 0
            var offset = 0
            while offset < bytes.count {
                if bytes[offset] & 0xC0 != 0x80 {
                    if scalars % stride == 0 { checkpoints.append(UInt32(truncatingIfNeeded: offset)) }
                    scalars += 1
                }
                offset += 1
            }
            return checkpoints
        }
    }

    /// The byte offset in the file of the scalar with this number.
    func findOffset(ofScalar number: Int) -> Int {
        guard !checkpoints.isEmpty else { return min(number, original.count) }
        let checkpoint = min(number / Self.stride, checkpoints.count - 1)
        var left = number - checkpoint * Self.stride
        return original.withUnsafeBufferPointer { bytes in
            var offset = Int(checkpoints[checkpoint])
            while left > 0, offset < bytes.count {
                offset += 1
                while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
                left -= 1
            }
            return offset
        }
    }

    /// The byte offset in the file for a byte of libyaml's input.
    func findOffset(ofPreparedByte offset: Int) -> Int {
        findOffset(ofScalar: prepared.prefix(offset).count { $0 & 0xC0 != 0x80 })
    }

    /// A scalar's value with the replaced characters restored.
    func restore(_ bytes: UnsafeBufferPointer<UInt8>, isDoubleQuoted: Bool) -> String {
        guard let standIn, bytes.contains(standIn.0) else { return String(decoding: bytes, as: UTF8.self) }
        return YAMLStandIns.remove(from: bytes, lead: standIn, decodesEscapes: isDoubleQuoted)
    }
}
