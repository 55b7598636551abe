internal import ApusPlatform

/// Runs work once for all callers that need it while it runs.
///
/// A cancelled caller returns at once; the work continues, because its result (a rotated refresh token) would be lost.
final class SingleFlight<Value: Sendable>: Sendable {
    private typealias Waiter = CheckedContinuation<Result<Value, any Error>, Never>

    private struct State {
        var isRunning = false
        var lastID = 0
        var waiters: [Int: Waiter] = [:]
    }

    private let state = Lock(State())

    /// Starts `work`, or waits for the running work, which is then shared (`isShared`).
    func run(
        _ work: @escaping @Sendable () async throws -> Value
    ) async -> (result: Result<Value, any Error>, isShared: Bool) {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        let isShared = Lock(true)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { (waiter: Waiter) in
                let starts = state.withLock { state in
                    state.waiters[id] = waiter
                    defer { state.isRunning = true }
                    return !state.isRunning
                }
                if starts {
                    isShared.withLock { $0 = false }
                    start(work)
                }
                if Task.isCancelled { leave(id) }
            }
        } onCancel: {
            leave(id)
        }
        return (result, isShared.withLock { $0 })
    }

    private func start(_ work: @escaping @Sendable () async throws -> Value) {
        Task {
            let result: Result<Value, any Error>
            do {
                result = .success(try await work())
            } catch {
                result = .failure(error)
            }
            let waiters = state.withLock { state in
                defer {
                    state.waiters = [:]
                    state.isRunning = false
                }
                return state.waiters
            }
            for waiter in waiters.values { waiter.resume(returning: result) }
        }
    }

    private func leave(_ id: Int) {
        let waiter = state.withLock { $0.waiters.removeValue(forKey: id) }
        waiter?.resume(returning: .failure(CancellationError()))
    }
}
