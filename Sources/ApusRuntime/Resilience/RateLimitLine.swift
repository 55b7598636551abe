internal import ApusPlatform

/// The queue of a ``RateLimitMiddleware`` in order of arrival, and the used slots.
///
/// Nothing runs in the background: the first waiter sleeps until a slot is free, the others until they are first.
final class RateLimitLine: Sendable {
    private struct Waiter {
        var continuation: CheckedContinuation<Void, Never>?
        /// Whether a wake-up arrived while the waiter was awake.
        var isWoken = false
    }

    private struct State {
        /// The waiters by ticket number: leaving from any position costs the same.
        var waiters: [Int: Waiter] = [:]
        var tickets = 0
        /// No waiter has a lower ticket.
        private var lowest = 1
        /// The number of requests sent without a response so far.
        var running = 0
        /// The times when other requests ended, oldest first; not older than a window.
        var ended: [Duration] = []
        var pausedUntil: Duration = .zero

        /// The ticket of the first waiter.
        var first: Int? {
            mutating get {
                while lowest <= tickets {
                    if waiters[lowest] != nil { return lowest }
                    lowest += 1
                }
                return nil
            }
        }
    }

    private enum Step {
        case enter
        case sleep(Duration)
        /// Wait until woken.
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

    /// The number of waiters.
    var length: Int { state.withLock { $0.waiters.count } }

    /// Returns when a request may go out; ``leave(sent:pause:)`` must follow.
    func enter() async throws(CallProblem) {
        let ticket = state.withLock { state in
            state.tickets += 1
            state.waiters[state.tickets] = Waiter()
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
            state.withLock { $0.waiters[ticket] = nil }
            wakeFirst()
            throw error
        }
    }

    /// - Parameters:
    ///   - sent: The number of requests that were sent; with none the slot is free again immediately.
    ///   - pause: The delay for all requests, from now.
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
            guard state.first == ticket else { return .wait }
            if now < state.pausedUntil { return .sleep(state.pausedUntil - now) }
            let current = state.ended.firstIndex { $0 + window > now } ?? state.ended.endIndex
            state.ended.removeFirst(current)
            if state.running + state.ended.count < count {
                state.running += 1
                state.waiters[ticket] = nil
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
                    guard let waiter = state.waiters[ticket] else { return true }
                    state.waiters[ticket]?.isWoken = false
                    if waiter.isWoken { return true }
                    state.waiters[ticket]?.continuation = continuation
                    return false
                }
                if isReady { continuation.resume() }
            }
        } onCancel: {
            wake { _ in ticket }
        }
    }

    private func wakeFirst() {
        wake { $0.first }
    }

    private func wake(_ find: (inout State) -> Int?) {
        let continuation = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard let ticket = find(&state), let waiter = state.waiters[ticket] else { return nil }
            guard let continuation = waiter.continuation else {
                state.waiters[ticket]?.isWoken = true
                return nil
            }
            state.waiters[ticket]?.continuation = nil
            return continuation
        }
        continuation?.resume()
    }
}
