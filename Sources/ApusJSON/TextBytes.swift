internal import ApusPlatform

/// Comparing and hashing text by its bytes: the one derivation below the runtime's `ByteText` and the generator's `SourceKey`.
///
/// `String` compares what people see as the same. For that it orders combining marks, which takes the square of their number, and the
/// sender of the text chooses that number. The two types are two because `ByteText` is part of what adopters see, which the generator's
/// modules do not import.
package enum TextBytes {
    /// Whether two texts have the same bytes.
    package static func areSame(_ left: String, _ right: String) -> Bool {
        let count = left.utf8.count
        guard count == right.utf8.count else { return false }
        var (left, right) = (left, right)
        return left.withUTF8 { left in
            right.withUTF8 { right in
                guard let left = left.baseAddress, let right = right.baseAddress else { return true }
                return memcmp(left, right, count) == 0
            }
        }
    }

    /// Equal for texts that ``areSame(_:_:)`` calls the same.
    package static func hash(_ text: String, into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
