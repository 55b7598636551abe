/// Those who wait for a ``RateLimit``, first come first served, and the places that are taken.
///
/// Nothing runs in the background: the first in line sleeps until a place is free, the others until they are first.
final class RateLimitLine: Sendable {
    private struct Waiter {
        let ticket: Int
        var continuation: CheckedContinuation<Void, Never>?
        /// A wake-up that came while the waiter was awake.
        var isWoken = false
    }

    private struct State {
        var waiters: [Waiter] = []
        var tickets = 0
        /// Sent, without a response so far.
        var running = 0
        /// When the others ended, oldest first; not older than a window.
        var ended: [Duration] = []
        var pausedUntil: Duration = .zero
    }

    private enum Step {
        case enter
        case sleep(Duration)
        /// Until woken.
        case wait
    }

    private let count: Int
    private let window: Duration
    private let timer: CallTimer
    private let state = Lock(State())

    init(count: Int, window: Duration, timer: CallTimer) {
        self.count = count
        self.window = window
        self.timer = timer
    }

    /// How many stand in line.
    var length: Int { state.withLock { $0.waiters.count } }

    /// Returns when a request may go out; ``leave(sent:pause:)`` must follow.
    func enter() async throws(CallProblem) {
        let ticket = state.withLock { state in
            state.tickets += 1
            state.waiters.append(Waiter(ticket: state.tickets))
            return state.tickets
        }
        do throws(CallProblem) {
            while true {
                if Task.isCancelled { throw .cancelled }
                switch step(ticket) {
                case .enter: return
                case .sleep(let duration): try await timer.sleep(duration)
                case .wait: await waitUntilWoken(ticket)
                }
            }
        } catch {
            state.withLock { state in
                state.waiters.removeAll { $0.ticket == ticket }
            }
            wakeFirst()
            throw error
        }
    }

    /// - Parameters:
    ///   - sent: How many requests went out; with none the place is free again at once.
    ///   - pause: From now, for everybody.
    func leave(sent: Int, pause: Duration?) {
        let now = timer.elapsed()
        state.withLock { state in
            state.running -= 1
            state.ended.append(contentsOf: repeatElement(now, count: max(0, sent)))
            if let pause { state.pausedUntil = max(state.pausedUntil, now + pause) }
        }
        wakeFirst()
    }

    private func step(_ ticket: Int) -> Step {
        let now = timer.elapsed()
        let step = state.withLock { state -> Step in
            guard state.waiters.first?.ticket == ticket else { return .wait }
            if now < state.pausedUntil { return .sleep(state.pausedUntil - now) }
            let current = state.ended.firstIndex { $0 + window > now } ?? state.ended.endIndex
            state.ended.removeFirst(current)
            if state.running + state.ended.count < count {
                state.running += 1
                state.waiters.removeFirst()
                return .enter
            }
            return state.ended.first.map { .sleep($0 + window - now) } ?? .wait
        }
        if case .enter = step { wakeFirst() }
        return step
    }

    private func waitUntilWoken(_ ticket: Int) async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isReady = state.withLock { state in
                    guard let place = state.waiters.firstIndex(where: { $0.ticket == ticket }) else { return true }
                    if state.waiters[place].isWoken {
                        state.waiters[place].isWoken = false
                        return true
                    }
                    state.waiters[place].continuation = continuation
                    return false
                }
                if isReady { continuation.resume() }
            }
        } onCancel: {
            wake { $0.ticket == ticket }
        }
    }

    private func wakeFirst() {
        wake { _ in true }
    }

    /// The first waiter that is meant.
    private func wake(_ isMeant: (Waiter) -> Bool) {
        let continuation = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard let place = state.waiters.firstIndex(where: isMeant) else { return nil }
            guard let continuation = state.waiters[place].continuation else {
                state.waiters[place].isWoken = true
                return nil
            }
            state.waiters[place].continuation = nil
            return continuation
        }
        continuation?.resume()
    }
}
