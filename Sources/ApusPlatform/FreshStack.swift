/// Runs work on a thread with a stack of a given size, while the caller waits.
///
/// Threads of a pool on Apple platforms have a stack of only 512 KiB, and a main thread has 8 MiB. The memory of a new
/// stack is only reserved: the system allocates its pages on first use, and frees all of them at the end.
public enum FreshStack {
    /// Runs `work` to its end on a new thread.
    ///
    /// Task-local values are not visible in `work`, unless it sets them again.
    ///
    /// - Parameters:
    ///   - size: The size of the stack in bytes, a multiple of 16 KiB.
    ///   - work: Called once, before this function returns.
    /// - Returns: The result of `work`; nil where the system cannot create another thread, and `work` was not called.
    public static func run<Result>(size: Int, _ work: () -> Result) -> Result? {
        var result: Result?
        return withoutActuallyEscaping({ result = work() }) { work in
            guard let thread = start(Job(work), stackSize: size) else { return nil }
            pthread_join(thread, nil)
            return result
        }
    }

    /// Runs `work` on a new thread, unless the caller is already on one or the system cannot create another.
    ///
    /// - Parameters:
    ///   - size: The size, as in ``run(size:_:)``; nested callers pass the same size.
    ///   - work: Called once, before this function returns.
    public static func ensure<Result>(size: Int, _ work: () -> Result) -> Result {
        guard let key, pthread_getspecific(key) == nil else { return work() }
        let result = run(size: size) {
            // Any address is suitable: only its presence matters.
            withUnsafePointer(to: key) { mark in
                pthread_setspecific(key, mark)
                return work()
            }
        }
        return result ?? work()
    }

    /// The key that marks threads of ``ensure(size:_:)``; nil where the system has no more keys.
    private static let key: pthread_key_t? = {
        var key = pthread_key_t()
        return pthread_key_create(&key, nil) == 0 ? key : nil
    }()

    /// The work of a thread, in an object, because a thread receives one pointer.
    private final class Job {
        let work: () -> Void

        init(_ work: @escaping () -> Void) { self.work = work }
    }

    private static func start(_ job: Job, stackSize: Int) -> pthread_t? {
        var attributes = pthread_attr_t()
        guard pthread_attr_init(&attributes) == 0 else { return nil }
        defer { pthread_attr_destroy(&attributes) }
        guard pthread_attr_setstacksize(&attributes, stackSize) == 0 else { return nil }
        return start(Unmanaged.passRetained(job).toOpaque(), &attributes)
    }

    private static func start(_ job: UnsafeMutableRawPointer, _ attributes: UnsafePointer<pthread_attr_t>) -> pthread_t?
    {
        #if canImport(Glibc)
            var thread = pthread_t()
        #else
            var thread: pthread_t?
        #endif
        if pthread_create(&thread, attributes, { FreshStack.run($0) }, job) == 0 { return thread }
        Unmanaged<Job>.fromOpaque(job).release()
        return nil
    }

    /// Platforms differ in whether the argument may be nil.
    private static func run(_ job: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let job { Unmanaged<Job>.fromOpaque(job).takeRetainedValue().work() }
        return nil
    }
}
