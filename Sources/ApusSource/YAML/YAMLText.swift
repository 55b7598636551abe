/// A file's text in the form libyaml accepts, and the way back.
///
/// libyaml reads YAML 1.1: it refuses control characters and surrogate escapes (`"\ud83d\ude00"`), which JSON writers
/// produce, and breaks lines at U+0085, U+2028 and U+2029, which YAML 1.2 (section 5.4) does not. Each such character,
/// and the backslash of each surrogate escape, is replaced by one private-use character before reading, and put back
/// in every scalar afterwards. One for one, so that libyaml's marks, which count characters, stay true.
struct YAMLText {
    /// What libyaml reads.
    private(set) var prepared: [UInt8]
    private let original: [UInt8]
    /// Byte offset of every `stride`-th scalar; empty when all are ASCII, where both counts are the same.
    private let checkpoints: [UInt32]
    /// The first `%TAG` of too many.
    let excessDirective: Int?
    /// First two bytes of the stand-ins; nil when nothing was replaced.
    private let standIn: (UInt8, UInt8)?

    private static let stride = 16

    /// - Parameter tabs: The file without the tabs that libyaml refuses, where it did.
    init(_ bytes: [UInt8], tabs: YAMLTabs? = nil) {
        original = bytes
        let survey = YAMLTextSurvey(bytes)
        excessDirective = survey.excessDirective
        checkpoints = survey.hasNonASCII ? Self.countScalars(bytes) : []
        let textTabs = tabs?.textTabs ?? []
        standIn = survey.needsStandIns || !textTabs.isEmpty ? survey.standIn : nil
        let source = tabs?.bytes ?? bytes
        prepared = standIn.map { YAMLStandIns.insert(into: source, lead: $0, besides: textTabs) } ?? source
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

    /// Where in the file the scalar with this number begins.
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

    /// Where in the file a byte of what libyaml reads comes from.
    func findOffset(ofPreparedByte offset: Int) -> Int {
        findOffset(ofScalar: prepared.prefix(offset).count { $0 & 0xC0 != 0x80 })
    }

    /// A scalar's value with the replaced characters put back.
    func restore(_ bytes: UnsafeBufferPointer<UInt8>, isDoubleQuoted: Bool) -> String {
        guard let standIn, bytes.contains(standIn.0) else { return String(decoding: bytes, as: UTF8.self) }
        return YAMLStandIns.remove(from: bytes, lead: standIn, decodesEscapes: isDoubleQuoted)
    }
}
