internal import ApusJSON
internal import ApusPlatform

/// Detects that a recursive coding runs short of stack, so that it is restarted on a larger one.
///
/// Frames of large models are kilobytes in a debug build, and secondary threads on Apple platforms have a stack of only
/// 512 KiB. Only `JSONDecoding.maximumDepth` limits the nesting of a value, equally in every build and on every thread.
/// `JSONValue` is read and written without recursion and needs no guard.
package struct StackGuard {
    /// The stack that may be used between the start of a coding and its innermost value on a stack of unknown size:
    /// half of the smallest one. The other half is for the caller, and for the frames between two checks.
    private static let unknownBudget: UInt = 256 * 1024

    /// The sizes in bytes of the stacks to retry with. 512 levels of generated models take up to 20 MiB in a debug
    /// build; the second size is for models with hundreds of members in one object.
    private static let sizes = [32 << 20, 256 << 20]

    /// The part of a new stack that is reserved for the frames between two checks.
    private static let reserve = 512 * 1024

    private let start: UInt
    private let budget: UInt

    /// A guard for the caller's stack.
    @inline(__always)
    package init() {
        start = Self.position()
        budget = Self.unknownBudget
    }

    private init(size: Int) {
        start = Self.position()
        budget = UInt(max(0, size - Self.reserve))
    }

    /// Whether there is room for another level.
    @inline(__always)
    package var hasRoom: Bool {
        let here = Self.position()
        return (start > here ? start &- here : here &- start) < budget
    }

    /// Repeats work that exceeded the caller's stack, on larger stacks until one is large enough.
    ///
    /// - Parameter work: Receives the guard of its stack; returns nil where that stack ran short.
    /// - Returns: The result of `work`; nil where no stack is large enough, or the system cannot allocate one.
    package static func retry<Result>(_ work: (StackGuard) -> Result?) -> Result? {
        let context = DecodingContext.current
        for size in sizes {
            let result = FreshStack.run(size: size) { context.apply { work(StackGuard(size: size)) } }
            if let result, let value = result { return value }
        }
        return nil
    }

    @inline(__always)
    private static func position() -> UInt {
        var mark: UInt8 = 0
        return withUnsafeMutablePointer(to: &mark) { UInt(bitPattern: $0) }
    }
}
