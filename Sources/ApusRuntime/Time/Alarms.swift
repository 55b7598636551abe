internal import ApusPlatform

/// One timer for the delays of many tasks. Swift keeps the memory of a cancelled `Task.sleep` until its time is up: two
/// kilobytes for an hour, for each call with a deadline of an hour that took a millisecond.
final class Alarms: Sendable {
    static let shared = Alarms()

    typealias Instant = ContinuousClock.Instant

    fileprivate struct Alarm {
        let time: Instant
        let id: Int
    }

    private enum Sleeper {
        /// Not sleeping yet.
        case coming
        case sleeping(CheckedContinuation<Void, any Error>)
        case cancelled
    }

    private struct State {
        /// A heap, the earliest first. Abandoned alarms stay until there are many of them.
        var alarms: [Alarm] = []
        var sleepers: [Int: Sleeper] = [:]
        var ids = 0
        /// When timers go off that were begun and have not yet, the earliest last.
        var timers: [Instant] = []
        var wakes = 0

        /// When a further timer has to go off; nil where one does early enough, or nobody sleeps.
        mutating func nextTimer() -> Instant? {
            guard let first = alarms.first, timers.last.map({ first.time < $0 }) ?? true else { return nil }
            let now = Instant.now
            let time = now + Alarms.step(towards: first.time - now)
            if let last = timers.last, last <= time { return nil }
            timers.append(time)
            return time
        }
    }

    private let state = Lock(State())

    /// The number of sleeping tasks.
    var count: Int { state.withLock { $0.sleepers.count } }
    /// The number of stored alarms, including abandoned ones.
    var kept: Int { state.withLock { $0.alarms.count } }
    /// The number of sleeps started so far.
    var begun: Int { state.withLock { $0.ids } }
    /// How often a timer has gone off.
    var wakes: Int { state.withLock { $0.wakes } }
    /// How many timers are still to go off.
    var timers: Int { state.withLock { $0.timers.count } }

    /// Sleeps until a time.
    ///
    /// - Throws: `CancellationError` at once when the task is cancelled.
    func sleep(until time: Instant) async throws {
        try Task.checkCancellation()
        if time <= .now { return }
        let id = state.withLock { state in
            state.ids += 1
            state.sleepers[state.ids] = .coming
            return state.ids
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isCancelled = state.withLock { state in
                    guard case .coming = state.sleepers[id] else {
                        state.sleepers[id] = nil
                        return true
                    }
                    state.sleepers[id] = .sleeping(continuation)
                    state.alarms.append(Alarm(time: time, id: id))
                    state.alarms.rise()
                    return false
                }
                if isCancelled { continuation.resume(throwing: CancellationError()) } else { startTimer() }
            }
        } onCancel: {
            cancel(id)
        }
    }

    private func cancel(_ id: Int) {
        let continuation = state.withLock { state -> CheckedContinuation<Void, any Error>? in
            guard case .sleeping(let continuation) = state.sleepers[id] else {
                if state.sleepers[id] != nil { state.sleepers[id] = .cancelled }
                return nil
            }
            state.sleepers[id] = nil
            if state.alarms.count > 2 * state.sleepers.count + 64 {
                state.alarms = state.alarms.filter { state.sleepers[$0.id] != nil }.sorted { $0.time < $1.time }
            }
            return continuation
        }
        continuation?.resume(throwing: CancellationError())
    }

    /// How long a timer runs for an alarm that is due later: as long, or the largest power of two of seconds that is no longer.
    ///
    /// A timer cannot be stopped without keeping what it holds. So one that was begun for an alarm that is gone goes off for nothing; and an
    /// alarm gets a timer of its own only where none goes off before it. With steps of powers of two there is at most one timer of each
    /// length, whatever alarms come and go, and an alarm in an hour wakes a dozen times at most, rather than each second.
    private static func step(towards time: Duration) -> Duration {
        let seconds = time.components.seconds
        guard seconds > 0 else { return time }
        return .seconds(1 << (Int64.bitWidth - 1 - seconds.leadingZeroBitCount))
    }

    /// Sees to it that a timer goes off in time, and that none does while nobody sleeps.
    private func startTimer() {
        guard let time = state.withLock({ $0.nextTimer() }) else { return }
        Task.detached {
            try? await Task.sleep(until: time, clock: .continuous)
            self.wake(at: time)
            self.startTimer()
        }
    }

    private func wake(at time: Instant) {
        let woken = state.withLock { state -> [CheckedContinuation<Void, any Error>] in
            state.wakes += 1
            state.timers.removeAll { $0 == time }
            var woken: [CheckedContinuation<Void, any Error>] = []
            let now = Instant.now
            while let first = state.alarms.first, first.time <= now || state.sleepers[first.id] == nil {
                if case .sleeping(let sleeper) = state.sleepers.removeValue(forKey: first.id) {
                    woken.append(sleeper)
                }
                state.alarms.removeEarliest()
            }
            return woken
        }
        for sleeper in woken { sleeper.resume() }
    }
}

extension [Alarms.Alarm] {
    /// Moves the last element to its position.
    fileprivate mutating func rise() {
        var index = count - 1
        while index > 0, self[index].time < self[(index - 1) / 2].time {
            swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    fileprivate mutating func removeEarliest() {
        swapAt(0, count - 1)
        removeLast()
        var index = 0
        while true {
            let children = [2 * index + 1, 2 * index + 2].filter { $0 < count }
            guard let least = children.min(by: { self[$0].time < self[$1].time }), self[least].time < self[index].time
            else { return }
            swapAt(index, least)
            index = least
        }
    }
}
