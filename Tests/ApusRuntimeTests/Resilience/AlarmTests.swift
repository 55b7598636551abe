import ApusPlatform
import Testing

@testable import ApusRuntime

/// The one timer of all calls.
@Suite struct AlarmTests {
    @Test func sleepsAsLongAsAsked() async throws {
        let alarms = Alarms()
        let start = ContinuousClock.now
        let order = Lock<[Int]>([])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for time in [120, 30, 90, 60, 0] {
                group.addTask {
                    try await alarms.sleep(until: start + .milliseconds(time))
                    #expect(ContinuousClock.now >= start + .milliseconds(time))
                    order.withLock { $0.append(time) }
                }
            }
            try await group.waitForAll()
        }
        #expect(order.withLock { $0 }.count == 5)
        #expect(alarms.count == 0)
        try await alarms.sleep(until: start)
    }

    @Test func endsWhenTheTaskIsCancelled() async {
        let alarms = Alarms()
        let tasks = (0..<1_000).map { number in
            Task { try await alarms.sleep(until: .now + .seconds(3_600 + number)) }
        }
        for task in tasks { task.cancel() }
        for task in tasks { await #expect(throws: CancellationError.self) { try await task.value } }
        #expect(alarms.count == 0)
    }

    /// A finished call keeps nothing until its possible deadline.
    @Test func whatIsOverKeepsNothing() async {
        let alarms = Alarms()
        for _ in 0..<10 {
            let tasks = (0..<1_000).map { _ in Task { try? await alarms.sleep(until: .now + .seconds(3_600)) } }
            for task in tasks { task.cancel() }
            for task in tasks { await task.value }
        }
        #expect(alarms.count == 0)
        #expect(alarms.kept <= 64)
    }

    /// An alarm far away wakes nobody before: each second, it would keep a processor from its rest. Without an alarm nothing is begun.
    @Test func nothingWakesBeforeTheAlarm() async throws {
        let alarms = Alarms()
        #expect(alarms.timers == 0)
        let task = Task { try await alarms.sleep(until: .now + .seconds(3_600)) }
        while alarms.timers == 0 { await Task.yield() }
        try await Task.sleep(for: .milliseconds(2_300))
        #expect(alarms.wakes == 0)
        #expect(alarms.timers == 1)
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    /// A timer whose purpose is gone when it fires starts no other timer.
    @Test func nothingWakesForNobody() async throws {
        let alarms = Alarms()
        let task = Task { try? await alarms.sleep(until: .now + .milliseconds(200)) }
        while alarms.timers == 0 { await Task.yield() }
        task.cancel()
        await task.value
        while alarms.timers > 0 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(alarms.wakes == 1)
        try await Task.sleep(for: .milliseconds(1_200))
        #expect(alarms.wakes == 1)
        #expect(alarms.kept == 0)
    }

    /// Each alarm is before all others, so that no timer that is begun is early enough for the next one.
    @Test func timersAreFew() async {
        let alarms = Alarms()
        for index in 0..<2_000 {
            let task = Task { try? await alarms.sleep(until: .now + .seconds(200_000 - 99 * index)) }
            while alarms.begun == index { await Task.yield() }
            task.cancel()
            await task.value
        }
        // The powers of two of seconds up to 200,000.
        #expect(alarms.timers <= 18)
    }

    /// Steps on the way make no alarm late or early.
    @Test func stepsLeadToTheTime() async throws {
        let alarms = Alarms()
        let time = ContinuousClock.now + .milliseconds(3_150)
        try await alarms.sleep(until: time)
        #expect(ContinuousClock.now >= time)
        // Two seconds, one second, the rest; fewer where a busy machine is late.
        #expect((1...3).contains(alarms.wakes))
    }

    /// Both of what a call has to end it.
    @Test func deadlinesAndTimeoutsAreOnTheOneTimer() async throws {
        let before = Alarms.shared.begun
        let result = await CallDeadline(.seconds(3_600), clock: ContinuousClock()).run {
            try? await Task.sleep(for: .milliseconds(20))
            return .success(1)
        }
        #expect(try result.get() == 1)
        let between = Alarms.shared.begun
        #expect(between > before)
        _ = try await Watchdog.run(.seconds(3_600)) { _ in try await Task.sleep(for: .milliseconds(20)) }
        #expect(Alarms.shared.begun > between)
    }
}

/// A line of many.
@Suite struct RateLimitGrowthTests {
    /// Leaving from any position costs the same: quadratic time would take minutes.
    @Test(.timeLimit(.minutes(10))) func manyAreCancelled() async {
        let line = RateLimitLine(count: 1, window: .seconds(3_600), timer: CallTimer(ContinuousClock()))
        try? await line.enter()
        let count = 60_000
        let tasks = (0..<count).map { _ in Task { try? await line.enter() } }
        while line.length < count { await Task.yield() }
        for task in tasks.reversed() { task.cancel() }
        for task in tasks { await task.value }
        #expect(line.length == 0)
        line.leave(sent: 0, pause: nil)
    }
}
