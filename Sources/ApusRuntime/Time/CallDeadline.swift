/// The deadline of a call.
struct CallDeadline: Sendable {
    private let total: Duration
    private let timer: CallTimer

    /// Starts now.
    init(_ total: Duration, clock: any Clock<Duration>) {
        self.total = total
        timer = CallTimer(clock)
    }

    var remaining: Duration { total - timer.elapsed() }

    /// Runs `work` and cancels it after the deadline: the cancellation, or the broken connection that it then throws,
    /// becomes a problem of kind `deadlineExceeded`. A result that it returns nevertheless is returned.
    func run<Value: Sendable>(
        _ work: @escaping @Sendable () async -> Result<Value, CallProblem>
    ) async -> Result<Value, CallProblem> {
        if remaining <= .zero { return .failure(.transport(exceeded)) }
        return await withTaskGroup(of: Result<Value, CallProblem>?.self) { group in
            group.addTask { await work() }
            group.addTask {
                try? await timer.sleep(remaining)
                return nil
            }
            var isOver = false
            while let finished = await group.next() {
                guard let result = finished else {
                    // The timer also ends when the caller is cancelled; then `work` is cancelled too, and reports that.
                    isOver = !Task.isCancelled
                    group.cancelAll()
                    continue
                }
                group.cancelAll()
                return isOver ? result.mapError(blame) : result
            }
            return .failure(.cancelled)
        }
    }

    private func blame(_ problem: CallProblem) -> CallProblem {
        switch problem {
        case .cancelled, .transport: .transport(exceeded)
        case .encoding, .credentials, .middleware: problem
        }
    }

    private var exceeded: TransportProblem {
        TransportProblem(.deadlineExceeded, "the call took longer than its deadline of \(total)")
    }
}
