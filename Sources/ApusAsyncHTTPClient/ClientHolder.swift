internal import AsyncHTTPClient
internal import NIOCore

/// Keeps a client while a transport or a response needs it. Releasing a client without shutting it down traps, so the
/// last holder of an own client shuts it down.
final class ClientHolder: Sendable {
    let client: HTTPClient
    /// An own client leaves bodies compressed, and the transport decompresses them: the library's decompression does
    /// not limit the data that waits in memory. The configuration of a caller's client determines its content codings.
    let isOwn: Bool

    init(_ client: HTTPClient) {
        self.client = client
        isOwn = false
    }

    init() {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(), decompression: .disabled)
        // The watchdog limits the time, and retries repeat requests.
        configuration.timeout.connect = .hours(24)
        configuration.connectionPool.retryConnectionEstablishment = false
        client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
        isOwn = true
    }

    deinit {
        if isOwn { client.shutdown { _ in } }
    }
}

/// The client changes on its own threads, so printing its holder must not traverse it.
extension ClientHolder: CustomReflectable {
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
