internal import Foundation

#if canImport(FoundationNetworking)
    /// Where the session reports, with a bound on what waits for it. Foundation on Linux hands every piece to this queue and goes on
    /// reading at once; without a bound a fast server fills the memory with pieces that nobody has looked at.
    ///
    /// Whoever adds to a full queue waits, which is the thread that reads from all connections of the session. It waits for the delegate
    /// only, never for a reader: see ``WaitingBytes``.
    final class DelegateQueue: OperationQueue, @unchecked Sendable {
        /// Pieces of 16 KiB. Who waits goes on when half of them are gone, so that threads are not woken for each.
        private static let capacity = 1_024
        /// So that nobody waits for itself: the delegate may cause another event while it handles one.
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
