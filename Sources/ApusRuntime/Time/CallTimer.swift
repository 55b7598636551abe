/// A clock as two functions, so that clocks of any type can be used without a generic parameter.
struct CallTimer: Sendable {
    /// The time since the timer was created.
    let elapsed: @Sendable () -> Duration
    /// Ends immediately, with an error, when the task is cancelled.
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

    /// Never traps: NaN and negative values are zero, and 30 years are the maximum.
    static func clamped(seconds: Double) -> Duration {
        seconds > 0 ? .seconds(min(seconds, 1e9)) : .zero
    }
}
