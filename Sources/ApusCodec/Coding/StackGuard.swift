internal import ApusJSON

/// Tells a coding that goes from model to model when the stack under it runs short, so that it is begun again on a larger one.
///
/// Frames of large models are kilobytes in a debug build, and secondary threads have as little as 512 KiB of stack on Apple platforms.
/// How deep a value may be nested is for `JSONDecoding.maximumDepth` alone to say, and the same in every build and on every thread.
/// `JSONValue` is read and written without recursion and needs no guard.
package struct StackGuard {
    /// What may be used between the start of a coding and its innermost value on a stack that somebody else made: half of the smallest
    /// one. The other half is for the caller, and for the frames between two looks at the guard.
    private static let unknownBudget: UInt = 256 * 1024

    /// Stacks for what the first one has no room for, by their size in bytes. 512 levels of generated models take up to 20 MiB in a debug
    /// build; the second is for models whose hundreds of members stand in one object.
    private static let sizes = [32 << 20, 256 << 20]

    /// What is left of a fresh stack for the frames between two looks at the guard.
    private static let reserve = 512 * 1024

    private let start: UInt
    private let budget: UInt

    /// For the stack that the caller has.
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

    /// Does work again for which the caller's stack was too small, on larger ones until one is large enough.
    ///
    /// - Parameter work: Gets the guard of the stack it runs on; returns nil where that ran short.
    /// - Returns: What `work` returns; nil where no stack is large enough, or the system has no room for it.
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
