/// A clock as two functions, so that a clock of any type can be given and no type is generic over it.
struct CallTimer: Sendable {
    /// Since the timer was made.
    let elapsed: @Sendable () -> Duration
    /// Ends at once, with an error, when the task is cancelled.
    private let wait: @Sendable (Duration) async throws -> Void

    init(_ clock: some Clock<Duration>) {
        let start = clock.now
        elapsed = { start.duration(to: clock.now) }
        if clock is ContinuousClock {
            wait = { try await Alarms.shared.sleep(until: .now + $0) }
        } else {
            wait = { try await clock.sleep(until: clock.now.advanced(by: $0), tolerance: nil) }
        }
    }

    func sleep(_ duration: Duration) async throws(CallProblem) {
        if Task.isCancelled { throw .cancelled }
        do {
            try await wait(min(duration, .seconds(1_000_000_000)))
        } catch {
            throw .cancelled
        }
    }
}

extension Duration {
    /// With the precision of a Double.
    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }

    /// Never traps: what is not a number or negative is zero, and 30 years are the most.
    static func clamped(seconds: Double) -> Duration {
        seconds > 0 ? .seconds(min(seconds, 1e9)) : .zero
    }
}
