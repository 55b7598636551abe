/// Bounds recursion by what it costs: frames of large models are kilobytes in a debug build, and secondary threads have as little
/// as 512 KiB of stack on Apple platforms. A count of levels alone would have to be set for the worst case.
///
/// In a debug build, models of a dozen members nest about 250 levels deep, in a release build deeper than `JSONDecoding` allows.
/// `JSONValue` is read and written without recursion and has no such bound.
package struct StackGuard {
    /// What may be used between the start of a coding and its innermost value.
    private static let budget: UInt = 320 * 1024

    private let start: UInt

    @inline(__always)
    package init() { start = Self.position() }

    /// Whether there is room for another level.
    @inline(__always)
    package var hasRoom: Bool {
        let here = Self.position()
        return (start > here ? start &- here : here &- start) < Self.budget
    }

    @inline(__always)
    private static func position() -> UInt {
        var mark: UInt8 = 0
        return withUnsafeMutablePointer(to: &mark) { UInt(bitPattern: $0) }
    }
}
