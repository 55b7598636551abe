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
    private let checkpoints: [Int]
    /// First two bytes of the stand-ins; nil when nothing was replaced.
    private let standIn: (UInt8, UInt8)?

    private static let stride = 128

    init(_ bytes: [UInt8]) {
        original = bytes
        let survey = YAMLTextSurvey(bytes)
        checkpoints = survey.hasNonASCII ? Self.countScalars(bytes) : []
        standIn = survey.needsStandIns ? survey.standIn : nil
        prepared = standIn.map { YAMLStandIns.insert(into: bytes, lead: $0) } ?? bytes
    }

    private static func countScalars(_ bytes: [UInt8]) -> [Int] {
        bytes.withUnsafeBufferPointer { bytes in
            var checkpoints: [Int] = []
            checkpoints.reserveCapacity(bytes.count / stride + 1)
            var scalars = 0
            for offset in 0..<bytes.count where bytes[offset] & 0xC0 != 0x80 {
                if scalars % stride == 0 { checkpoints.append(offset) }
                scalars += 1
            }
            return checkpoints
        }
    }

    /// Where in the file the scalar with this number begins.
    func findOffset(ofScalar number: Int) -> Int {
        guard !checkpoints.isEmpty else { return min(number, original.count) }
        let checkpoint = min(number / Self.stride, checkpoints.count - 1)
        var offset = checkpoints[checkpoint]
        var left = number - checkpoint * Self.stride
        while left > 0, offset < original.count {
            offset += 1
            while offset < original.count, original[offset] & 0xC0 == 0x80 { offset += 1 }
            left -= 1
        }
        return offset
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
