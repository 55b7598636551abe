internal import Foundation

#if canImport(FoundationNetworking)
    /// The session's delegate queue, with a limit on waiting events. Foundation on Linux passes every chunk to this
    /// queue and continues reading immediately; without a limit, a fast server would fill the memory with unprocessed
    /// chunks.
    ///
    /// Adding to a full queue blocks, which is the thread that reads from all connections of the session. It waits only
    /// for the delegate, never for a reader: see ``WaitingBytes``.
    final class DelegateQueue: OperationQueue, @unchecked Sendable {
        /// The limit in chunks of 16 KiB. Waiting ends when half of them are processed, so that threads are not woken
        /// for each chunk.
        private static let capacity = 1_024
        /// The maximum waiting time, in seconds, which prevents a deadlock: the delegate may cause another event while
        /// it handles one.
        private static let patience = 0.2

        private let waiting = Waiting()

        override init() {
            super.init()
            maxConcurrentOperationCount = 1
        }

        override func addOperation(_ block: @escaping @Sendable () -> Void) {
            waiting.add(upTo: Self.capacity, patience: Self.patience)
            super.addOperation { [waiting] in
                block()
                waiting.remove(upTo: Self.capacity)
            }
        }

        private final class Waiting: @unchecked Sendable {
            private let condition = NSCondition()
            private var count = 0

            func add(upTo capacity: Int, patience: Double) {
                condition.lock()
                defer { condition.unlock() }
                if count >= capacity {
                    let end = Date(timeIntervalSinceNow: patience)
                    while count > capacity / 2, condition.wait(until: end) {}
                }
                count += 1
            }

            func remove(upTo capacity: Int) {
                condition.lock()
                defer { condition.unlock() }
                count -= 1
                if count == capacity / 2 { condition.broadcast() }
            }
        }
    }
#endif
