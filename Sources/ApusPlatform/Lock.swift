/// A mutex around a value, `Synchronization.Mutex` needs a newer macOS than the
/// package requires, and `NSLock` would require all of Foundation.
package final class Lock<State>: @unchecked Sendable {
    private var state: State
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>

    package init(_ state: sending State) {
        self.state = state
        mutex = .allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    package func withLock<Result, Failure: Error>(
        _ body: (inout State) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body(&state)
    }
}

/// Printing an object with a lock must neither read the value outside of the mutex nor show it.
extension Lock: CustomReflectable {
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
