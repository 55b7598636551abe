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
        /// The time of the timer's next wake-up; nil: it does not run.
        var next: Instant?
        /// The number of the running timer; a timer set for a later time ends when it wakes up.
        var run = 0
    }

    /// The maximum time between wake-ups while a task sleeps, so that a timer set for too late a time does not remain
    /// for long.
    private static let longestSleep = Duration.seconds(1)

    private let state = Lock(State())

    /// The number of sleeping tasks.
    var count: Int { state.withLock { $0.sleepers.count } }
    /// The number of stored alarms, including abandoned ones.
    var kept: Int { state.withLock { $0.alarms.count } }
    /// The number of sleeps started so far.
    var begun: Int { state.withLock { $0.ids } }

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
                if isCancelled { continuation.resume(throwing: CancellationError()) } else { set(for: time) }
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

    /// Ensures that the timer wakes up in time.
    private func set(for time: Instant) {
        let run = state.withLock { state -> Int? in
            if let next = state.next, next <= time { return nil }
            state.next = min(time, .now + Self.longestSleep)
            state.run += 1
            return state.run
        }
        if let run { Task.detached { await self.wake(in: run) } }
    }

    private func wake(in run: Int) async {
        while let time = state.withLock({ $0.run == run ? $0.next : nil }) {
            try? await Task.sleep(until: time, clock: .continuous)
            let woken = state.withLock { state -> [CheckedContinuation<Void, any Error>] in
                guard state.run == run else { return [] }
                var woken: [CheckedContinuation<Void, any Error>] = []
                let now = Instant.now
                while let first = state.alarms.first, first.time <= now || state.sleepers[first.id] == nil {
                    if case .sleeping(let sleeper) = state.sleepers.removeValue(forKey: first.id) {
                        woken.append(sleeper)
                    }
                    state.alarms.removeEarliest()
                }
                state.next = state.alarms.first.map { min($0.time, now + Self.longestSleep) }
                return woken
            }
            for sleeper in woken { sleeper.resume() }
        }
    }
}

extension [Alarms.Alarm] {
    /// Moves the last element to its position.
    fileprivate mutating func rise() {
        var place = count - 1
        while place > 0, self[place].time < self[(place - 1) / 2].time {
            swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    fileprivate mutating func removeEarliest() {
        swapAt(0, count - 1)
        removeLast()
        var place = 0
        while true {
            let children = [2 * place + 1, 2 * place + 2].filter { $0 < count }
            guard let least = children.min(by: { self[$0].time < self[$1].time }), self[least].time < self[place].time
            else { return }
            swapAt(place, least)
            place = least
        }
    }
}
