internal import ApusRuntime
internal import Foundation
internal import HTTPTypes

#if canImport(FoundationNetworking)
    internal import FoundationNetworking
#endif

/// One request on its way: turns the session's pushed events into a head and pieces that are pulled.
///
/// Back-pressure: the task is suspended while more than ``highWater`` bytes wait, and resumed when they are taken. Not on Linux, where
/// Foundation takes a suspended task from its connection and begins the transfer anew when it is resumed, so that bytes come twice, and
/// where it does not wait for its delegate either: there what a slow reader has not taken waits in a file.
final class Exchange: Sendable {
    private struct State {
        var task: URLSessionTask?
        var headWaiter: CheckedContinuation<HTTPResponse, any Error>?
        var pieceWaiter: CheckedContinuation<[UInt8]?, any Error>?
        var waiting = WaitingBytes()
        var sent: Int64 = 0
        var received: Int64 = 0
        var expected: Int64?
        var hasHead = false
        var isSuspended = false
        var end: Result<Void, any Error>?
    }

    #if canImport(FoundationNetworking)
        private static let spills = true
        private static let highWater = Int.max
    #else
        private static let spills = false
        private static let highWater = 1 << 18
    #endif
    private let state = Lock(State())
    private let isHead: Bool
    /// Kept until the exchange ends.
    private let body: SpooledBody?
    private let report: (@Sendable (_ sent: Int64) -> Void)?
    private let watchdog: Watchdog

    init(isHead: Bool, body: SpooledBody?, report: (@Sendable (_ sent: Int64) -> Void)?, watchdog: Watchdog) {
        self.isHead = isHead
        self.body = body
        self.report = report
        self.watchdog = watchdog
    }

    func attach(_ task: URLSessionTask) {
        state.withLock { $0.task = task }
    }

    func cancel() {
        state.withLock { $0.task }?.cancel()
    }

    /// - Parameter sent: Bytes of the body in all. A request that the system sends again begins anew: what was told stays told.
    func noteProgress(sent: Int64) {
        watchdog.touch()
        guard let report else { return }
        let isMore = state.withLock { state in
            defer { state.sent = max(state.sent, sent) }
            return sent > state.sent
        }
        if isMore { report(sent) }
    }

    /// Does not start what was cancelled before: its end has been told, and nobody would tell it again.
    func head(_ start: () -> Void) async throws -> HTTPResponse {
        try await withCheckedThrowingContinuation { continuation in
            let end = state.withLock { state in
                if state.end == nil { state.headWaiter = continuation }
                return state.end
            }
            // Cancelled before it began.
            guard let end else { return start() }
            if case .failure(let error) = end {
                continuation.resume(throwing: error)
            } else {
                continuation.resume(throwing: Self.noHead)
            }
        }
    }

    func receive(_ response: URLResponse) {
        // An interim response (RFC 9110, 15.2) comes before the one that counts; after 101 there is no other.
        guard let response = response as? HTTPURLResponse,
            !(100..<200).contains(response.statusCode) || response.statusCode == 101
        else { return }
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
        do throws(FileProblem) {
            try state.withLock { (state) throws(FileProblem) in try keep(piece, in: &state) }?.resume(returning: piece)
        } catch {
            let task = state.withLock { $0.task }
            complete(nil, TransportProblem(.other, "the body that waits cannot be kept: \(error)", underlying: error))
            // Not here: the session may be waiting for this event to be over.
            Task { task?.cancel() }
        }
    }

    /// Gives the reader that waits for the piece.
    private func keep(
        _ piece: [UInt8], in state: inout State
    ) throws(FileProblem) -> CheckedContinuation<[UInt8]?, any Error>? {
        guard state.end == nil else { return nil }
        state.received += Int64(piece.count)
        if let waiter = state.pieceWaiter {
            state.pieceWaiter = nil
            return waiter
        }
        try state.waiting.append(piece, spills: Self.spills)
        if state.waiting.count > Self.highWater, !state.isSuspended {
            state.isSuspended = true
            // Inside the lock, so that it cannot overtake the resume that answers it.
            state.task?.suspend()
        }
        return nil
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
            head?.resume(throwing: Self.noHead)
            waiter?.resume(returning: nil)
        case .failure(let error):
            head?.resume(throwing: error)
            waiter?.resume(throwing: error)
        }
    }

    private static var noHead: TransportProblem {
        TransportProblem(.closedEarly, "the connection ended before the response")
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
        do throws(FileProblem) {
            if let piece = try state.waiting.take() {
                if state.isSuspended { state.task?.resume() }
                state.isSuspended = false
                return { continuation.resume(returning: piece) }
            }
        } catch {
            return { continuation.resume(throwing: error) }
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
