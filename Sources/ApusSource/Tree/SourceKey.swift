#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Text of a document as a dictionary key: compared by its bytes.
///
/// JSON compares names by code points (RFC 8259, section 8.3), so `é` as one code point and `é` as two are two names,
/// although equal as `String`s. Swift's own comparison also sorts combining marks, in quadratic time for a long run of
/// them.
public struct SourceKey: Hashable, Sendable {
    public let text: String

    public init(_ text: String) {
        self.text = text
    }

    public static func == (left: SourceKey, right: SourceKey) -> Bool {
        areSame(left.text, right.text)
    }

    public func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    /// Whether two texts have the same bytes.
    public static func areSame(_ left: String, _ right: String) -> Bool {
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
}
