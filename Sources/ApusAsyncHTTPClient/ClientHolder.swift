internal import AsyncHTTPClient
internal import NIOCore

/// Keeps a client while a transport or a response needs it. A client that nobody shuts down would trap when it is
/// released, so the last holder of an own one does.
final class ClientHolder: Sendable {
    let client: HTTPClient
    /// An own client leaves bodies compressed, and the transport undoes it: the library's way has no bound on what waits in
    /// memory. What a caller's client does about content codings is its configuration's business.
    let isOwn: Bool

    init(_ client: HTTPClient) {
        self.client = client
        isOwn = false
    }

    init() {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(), decompression: .disabled)
        // The watchdog limits the time, and repeating is the business of retries.
        configuration.timeout.connect = .hours(24)
        configuration.connectionPool.retryConnectionEstablishment = false
        client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
        isOwn = true
    }

    deinit {
        if isOwn { client.shutdown { _ in } }
    }
}

/// The client changes on threads of its own, so printing what holds it must not walk through it.
extension ClientHolder: CustomReflectable {
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
