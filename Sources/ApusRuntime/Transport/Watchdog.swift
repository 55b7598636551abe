internal import ApusPlatform

/// Ends work that makes no progress for too long. Both transports use it, so both time out alike.
package final class Watchdog: Sendable {
    private let lastProgress = Lock(ContinuousClock.now)

    /// Records progress: the time starts again.
    package func touch() {
        lastProgress.withLock { $0 = .now }
    }

    /// Runs `work`, which calls the watchdog whenever it makes progress. Without progress for `timeout`, cancels it and
    /// throws ``TransportProblem`` of kind `timedOut`. `work` must end soon after its task is cancelled.
    package static func run<Value: Sendable>(
        _ timeout: Duration?, _ work: @escaping @Sendable (Watchdog) async throws -> Value
    ) async throws -> Value {
        let watchdog = Watchdog()
        // 30 years are equivalent to no timeout, and clocks count no further than Int64.
        guard let timeout, timeout < .seconds(1_000_000_000) else { return try await work(watchdog) }
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await work(watchdog) }
            group.addTask {
                try await watchdog.wait(timeout)
                return nil
            }
            defer { group.cancelAll() }
            while let value = try await group.next() {
                if let value { return value }
            }
            throw TransportProblem(.cancelled, "")
        }
    }

    private func wait(_ timeout: Duration) async throws {
        while true {
            let deadline = lastProgress.withLock { $0 }.advanced(by: timeout)
            if deadline <= .now { throw TransportProblem(.timedOut, "no progress for \(timeout)") }
            try await Alarms.shared.sleep(until: deadline)
        }
    }
}
