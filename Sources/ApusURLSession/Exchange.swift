internal import ApusRuntime
internal import Foundation
internal import HTTPTypes

#if canImport(FoundationNetworking)
    internal import FoundationNetworking
#endif

/// One request on its way: turns the session's pushed events into a head and pieces that are pulled.
///
/// Back-pressure: the task is suspended while more than ``highWater`` bytes wait, and resumed when they are taken. Not on Linux, where
/// Foundation may start the transfer again when a suspended task is resumed, so that bytes come twice: there a slow reader's bytes wait
/// in memory.
final class Exchange: Sendable {
    private struct State {
        var task: URLSessionTask?
        var headWaiter: CheckedContinuation<HTTPResponse, any Error>?
        var pieceWaiter: CheckedContinuation<[UInt8]?, any Error>?
        var pieces: [[UInt8]] = []
        var waiting = 0
        var received: Int64 = 0
        var expected: Int64?
        var hasHead = false
        var isSuspended = false
        var end: Result<Void, any Error>?
    }

    #if canImport(FoundationNetworking)
        private static let highWater = Int.max
    #else
        private static let highWater = 1 << 18
    #endif
    private let state = Lock(State())
    private let isHead: Bool
    /// Kept until the exchange ends.
    private let body: SpooledBody?
    private let watchdog: Watchdog

    init(isHead: Bool, body: SpooledBody?, watchdog: Watchdog) {
        self.isHead = isHead
        self.body = body
        self.watchdog = watchdog
    }

    func attach(_ task: URLSessionTask) {
        state.withLock { $0.task = task }
    }

    func cancel() {
        state.withLock { $0.task }?.cancel()
    }

    func noteProgress() {
        watchdog.touch()
    }

    /// Does not start what was cancelled before: its end has been told, and nobody would tell it again.
    func head(_ start: () -> Void) async throws -> HTTPResponse {
        try await withCheckedThrowingContinuation { continuation in
            let hasEnded = state.withLock { state in
                if state.end == nil { state.headWaiter = continuation }
                return state.end != nil
            }
            if hasEnded { return continuation.resume(throwing: CancellationError()) }
            start()
        }
    }

    func receive(_ response: URLResponse) {
        guard let response = response as? HTTPURLResponse else { return }
        let head = ResponseHead.make(response)
        let waiter = state.withLock { state in
            state.hasHead = true
            // A decoded body has another length than the header says.
            if head.headerFields[.contentEncoding] == nil, !isHead {
                state.expected = head.headerFields[.contentLength].flatMap { Int64($0) }
            }
            defer { state.headWaiter = nil }
            return state.headWaiter
        }
        waiter?.resume(returning: head)
    }

    func receive(_ data: Data) {
        guard !data.isEmpty else { return }
        let piece = [UInt8](data)
        let waiter: CheckedContinuation<[UInt8]?, any Error>? = state.withLock { state in
            state.received += Int64(piece.count)
            if let waiter = state.pieceWaiter {
                state.pieceWaiter = nil
                return waiter
            }
            state.pieces.append(piece)
            state.waiting += piece.count
            if state.waiting > Self.highWater, !state.isSuspended, state.end == nil {
                state.isSuspended = true
                // Inside the lock, so that it cannot overtake the resume that answers it.
                state.task?.suspend()
            }
            return nil
        }
        waiter?.resume(returning: piece)
    }

    func complete(_ response: URLResponse?, _ error: (any Error)?) {
        if error == nil, let response, !state.withLock({ $0.hasHead }) { receive(response) }
        let (head, waiter, end) = state.withLock { state in
            // The first end counts: what is cancelled after it has ended already.
            if let end = state.end {
                return (
                    CheckedContinuation<HTTPResponse, any Error>?.none, CheckedContinuation<[UInt8]?, any Error>?.none,
                    end
                )
            }
            let phase: ErrorMapping.Phase = state.hasHead ? .body : .head
            let end: Result<Void, any Error>
            if let error {
                end = .failure(ErrorMapping.problem(error, during: phase))
            } else if let expected = state.expected, state.received < expected, state.hasHead {
                let text = "\(state.received) of \(expected) bytes came"
                end = .failure(TransportProblem(.truncatedBody, text))
            } else {
                end = .success(())
            }
            state.end = end
            defer {
                state.headWaiter = nil
                state.pieceWaiter = nil
                state.task = nil
            }
            return (state.headWaiter, state.pieceWaiter, end)
        }
        switch end {
        case .success:
            head?.resume(throwing: TransportProblem(.closedEarly, "the connection ended before the response"))
            waiter?.resume(returning: nil)
        case .failure(let error):
            head?.resume(throwing: error)
            waiter?.resume(throwing: error)
        }
    }

    /// nil at the end. Called by one reader at a time.
    func nextPiece() async throws -> [UInt8]? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                state.withLock { take(for: continuation, from: &$0) }?()
            }
        } onCancel: {
            cancel()
        }
    }

    /// Gives what is to be done after the lock is open.
    private func take(
        for continuation: CheckedContinuation<[UInt8]?, any Error>, from state: inout State
    ) -> (() -> Void)? {
        guard state.pieces.isEmpty else {
            let all = state.pieces.count == 1 ? state.pieces[0] : Array(state.pieces.joined())
            state.pieces.removeAll(keepingCapacity: true)
            state.waiting = 0
            if state.isSuspended { state.task?.resume() }
            state.isSuspended = false
            return { continuation.resume(returning: all) }
        }
        switch state.end {
        case nil:
            state.pieceWaiter = continuation
            return nil
        case .success: return { continuation.resume(returning: nil) }
        case .failure(let error): return { continuation.resume(throwing: error) }
        }
    }
}
