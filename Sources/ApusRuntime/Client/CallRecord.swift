/// Counts what one call sends, also when it fails.
final class CallRecord: Sendable {
    private let sent = Lock(0)

    var attempts: Int { sent.withLock { $0 } }

    func countAttempt() {
        sent.withLock { $0 += 1 }
    }
}
