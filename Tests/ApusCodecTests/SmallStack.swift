import Foundation

/// Runs a test's body on a thread with as little stack as secondary threads have on Apple platforms.
func onSmallStack(_ body: @escaping @Sendable () throws -> Void) throws {
    let outcome = Outcome()
    let thread = Thread {
        outcome.finish(Result { try body() })
    }
    thread.stackSize = 512 * 1024
    thread.start()
    try outcome.wait().get()
}

private final class Outcome: @unchecked Sendable {
    private let done = DispatchSemaphore(value: 0)
    private var result: Result<Void, any Error> = .success(())

    func finish(_ result: Result<Void, any Error>) {
        self.result = result
        done.signal()
    }

    func wait() -> Result<Void, any Error> {
        done.wait()
        return result
    }
}
