import Testing

/// Suites with this trait run one after the other: what measures time waits for what keeps all processors busy.
struct AloneTrait: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void
    ) async throws {
        await Turns.shared.take()
        do {
            try await body()
        } catch {
            await Turns.shared.give()
            throw error
        }
        await Turns.shared.give()
    }

    private actor Turns {
        static let shared = Turns()
        private var isTaken = false
        private var waiters: [CheckedContinuation<Void, Never>] = []

        func take() async {
            guard isTaken else { return isTaken = true }
            await withCheckedContinuation { waiters.append($0) }
        }

        func give() {
            if waiters.isEmpty { isTaken = false } else { waiters.removeFirst().resume() }
        }
    }
}

extension SuiteTrait where Self == AloneTrait {
    static var alone: AloneTrait { AloneTrait() }
}
