internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTPCompression

/// Keeps a client while a transport or a response needs it. A client that nobody shuts down would trap when it is
/// released, so the last holder of an own one does.
final class ClientHolder: Sendable {
    let client: HTTPClient
    private let isOwn: Bool

    init(_ client: HTTPClient) {
        self.client = client
        isOwn = false
    }

    init() {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(), decompression: .enabled(limit: .none))
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
