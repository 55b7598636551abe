internal import ApusPlatform
internal import ApusRuntime
internal import Foundation
internal import HTTPTypes

#if canImport(FoundationNetworking)
    internal import FoundationNetworking
#endif

/// One running request: turns the session's pushed events into a head and chunks that are read on demand.
///
/// Back-pressure: the task is suspended while more than ``highWater`` bytes wait, and resumed when they are read. Not
/// on Linux, where Foundation detaches a suspended task from its connection and restarts the transfer on resume, so
/// that bytes arrive twice, and where it does not wait for its delegate either: there unread data waits in a file.
final class SessionExchange: Sendable {
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

    /// - Parameter sent: The total number of sent bytes of the body. When the system resends a request, the count
    ///   restarts; earlier reports are not withdrawn.
    func noteProgress(sent: Int64) {
        watchdog.touch()
        guard let report else { return }
        let isMore = state.withLock { state in
            defer { state.sent = max(state.sent, sent) }
            return sent > state.sent
        }
        if isMore { report(sent) }
    }

    /// Does not start a cancelled exchange: its end has been reported, and would not be reported again.
    func head(_ start: () -> Void) async throws -> HTTPResponse {
        try await withCheckedThrowingContinuation { continuation in
            let end = state.withLock { state in
                if state.end == nil { state.headWaiter = continuation }
                return state.end
            }
            // The exchange was cancelled before it began.
            guard let end else { return start() }
            if case .failure(let error) = end {
                continuation.resume(throwing: error)
            } else {
                continuation.resume(throwing: Self.noHead)
            }
        }
    }

    func receive(_ response: URLResponse) {
        // An interim response (RFC 9110, 15.2) precedes the final one; after 101 there is no other.
        guard let response = response as? HTTPURLResponse,
            !(100..<200).contains(response.statusCode) || response.statusCode == 101
        else { return }
        let head = SessionResponseHead.make(response)
        let waiter = state.withLock { state in
            state.hasHead = true
            // The length of a decoded body differs from the header's.
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
            // Not synchronously: the session may be waiting for this event to end.
            Task { task?.cancel() }
        }
    }

    /// Returns the reader that waits for the chunk.
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
            // Inside the lock, so that a later resume cannot be overtaken.
            state.task?.suspend()
        }
        return nil
    }

    func complete(_ response: URLResponse?, _ error: (any Error)?) {
        if error == nil, let response, !state.withLock({ $0.hasHead }) { receive(response) }
        let (head, waiter, end) = state.withLock { state in
            // The first end counts: a task cancelled after it has already ended.
            if let end = state.end {
                return (
                    CheckedContinuation<HTTPResponse, any Error>?.none, CheckedContinuation<[UInt8]?, any Error>?.none,
                    end
                )
            }
            let phase: SessionErrors.Phase = state.hasHead ? .body : .head
            let end: Result<Void, any Error>
            if let error {
                end = .failure(SessionErrors.problem(error, during: phase))
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

    /// The next chunk; nil at the end. Called by one reader at a time.
    func nextPiece() async throws -> [UInt8]? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                state.withLock { deliver(to: continuation, from: &$0) }?()
            }
        } onCancel: {
            cancel()
        }
    }

    /// Returns the work to do after the lock is released.
    private func deliver(
        to continuation: CheckedContinuation<[UInt8]?, any Error>, from state: inout State
    ) -> (() -> Void)? {
        do throws(FileProblem) {
            if let piece = try state.waiting.removeFirst() {
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
