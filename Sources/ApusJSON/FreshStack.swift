import ApusPlatform

/// Work on a thread with a stack of a size that the work asks for, while the caller waits.
///
/// Threads of a pool have as little as 512 KiB on Apple platforms, and a main thread 8 MiB. The memory of a fresh stack is only reserved:
/// the system gives pages to it as they are touched, and takes all of them back at the end.
public enum FreshStack {
    /// Runs `work` to its end on a thread of its own.
    ///
    /// Values of task-local variables do not reach it, unless `work` sets them again.
    ///
    /// - Parameters:
    ///   - size: The stack in bytes, a multiple of 16 KiB.
    ///   - work: Called once, before this function returns.
    /// - Returns: What `work` returns; nil where the system has no room for another thread, and `work` was not called.
    public static func run<Result>(size: Int, _ work: () -> Result) -> Result? {
        var result: Result?
        return withoutActuallyEscaping({ result = work() }) { work in
            guard let thread = start(Job(work), stackSize: size) else { return nil }
            pthread_join(thread, nil)
            return result
        }
    }

    /// Runs `work` on a thread of its own, unless the caller is on one already or the system has no room for another.
    ///
    /// - Parameters:
    ///   - size: As in ``run(size:_:)``; callers that are nested in each other ask for the same.
    ///   - work: Called once, before this function returns.
    public static func ensure<Result>(size: Int, _ work: () -> Result) -> Result {
        guard let key, pthread_getspecific(key) == nil else { return work() }
        let result = run(size: size) {
            // Any address will do: what counts is that there is one.
            withUnsafePointer(to: key) { mark in
                pthread_setspecific(key, mark)
                return work()
            }
        }
        return result ?? work()
    }

    /// What tells the threads of ``ensure(size:_:)`` from others; nil where the system has no more keys.
    private static let key: pthread_key_t? = {
        var key = pthread_key_t()
        return pthread_key_create(&key, nil) == 0 ? key : nil
    }()

    /// The work of a thread, in an object, since a thread takes one pointer.
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

    /// The platforms differ in whether the argument may be nil.
    private static func run(_ job: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let job { Unmanaged<Job>.fromOpaque(job).takeRetainedValue().work() }
        return nil
    }
}
