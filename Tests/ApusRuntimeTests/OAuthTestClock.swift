import ApusPlatform
import Foundation

@testable import ApusRuntime

/// A clock that only moves on request, or during sleeps.
final class OAuthTestClock: Sendable {
    private let state = Lock((now: Date(timeIntervalSince1970: 1_000_000), slept: [Duration]()))

    var slept: [Duration] { state.withLock { $0.slept } }
    var now: Date { state.withLock { $0.now } }

    func advance(_ seconds: Double) {
        state.withLock { $0.now += seconds }
    }

    var clock: OAuthClock {
        OAuthClock(now: { self.now }) { duration in
            try Task.checkCancellation()
            self.state.withLock {
                $0.now += Double(duration.components.seconds)
                $0.slept.append(duration)
            }
        }
    }
}
