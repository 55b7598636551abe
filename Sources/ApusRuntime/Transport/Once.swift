internal import ApusPlatform

/// True the first time.
package final class Once: Sendable {
    private let isTaken = Lock(false)

    package init() {}

    package func claim() -> Bool {
        isTaken.withLock { taken in
            defer { taken = true }
            return !taken
        }
    }
}
