/// True the first time.
package final class Once: Sendable {
    private let isTaken = Lock(false)

    package init() {}

    package func take() -> Bool {
        isTaken.withLock { taken in
            defer { taken = true }
            return !taken
        }
    }
}
