internal import ApusRuntime
internal import Foundation
internal import HTTPTypes

#if canImport(FoundationNetworking)
    internal import FoundationNetworking
#endif

/// Keeps a session while a transport or a response's body needs it; a session lives until it is invalidated.
final class SessionHolder: Sendable {
    private let session: URLSession
    private let delegate = SessionDelegate()

    init(_ base: URLSessionConfiguration) {
        let configuration = (base.copy() as? URLSessionConfiguration) ?? .ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        configuration.urlCredentialStorage = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        // The watchdog limits the time.
        configuration.timeoutIntervalForRequest = 86_400
        #if canImport(FoundationNetworking)
            let queue = DelegateQueue()
        #else
            let queue: OperationQueue? = nil
        #endif
        session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: queue)
    }

    deinit {
        session.finishTasksAndInvalidate()
    }

    /// Runs until the head of the response. Cancelling the calling task cancels the exchange.
    func start(_ outgoing: SessionRequest, _ exchange: SessionExchange) async throws -> HTTPResponse {
        let task =
            if let file = outgoing.file {
                session.uploadTask(with: outgoing.request, fromFile: file.url)
            } else {
                session.dataTask(with: outgoing.request)
            }
        exchange.attach(task)
        delegate.add(exchange, for: task)
        return try await withTaskCancellationHandler {
            try Task.checkCancellation()
            return try await exchange.head { task.resume() }
        } onCancel: {
            exchange.cancel()
        }
    }
}

/// The session changes on its own threads, so printing a client must not traverse it.
extension SessionHolder: CustomReflectable {
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
