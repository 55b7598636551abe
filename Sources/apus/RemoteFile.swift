import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A file that a document refers to by http or https. It is fetched without cookies, cache or credentials; redirects
/// are followed only to allowed hosts.
enum RemoteFile {
    /// The timeouts in seconds: without a byte, and for the whole file.
    private static let patience = (idle: 15.0, whole: 60.0)

    /// Blocks until the file is complete, as `ApusPipeline.Fetch` describes.
    ///
    /// - Throws: ``Problem``.
    static let fetch: @Sendable (String, Set<String>, Int) throws -> [UInt8] = { address, allowedHosts, byteLimit in
        guard let url = URL(string: address), RemoteFileTask.isAllowed(url, allowedHosts) else {
            throw Problem(description: "the address cannot be used")
        }
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = patience.idle
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        let task = RemoteFileTask(allowedHosts: allowedHosts, byteLimit: byteLimit)
        let session = URLSession(configuration: configuration, delegate: task, delegateQueue: nil)
        defer { session.invalidateAndCancel() }
        session.dataTask(with: url).resume()
        return try task.wait(until: Date(timeIntervalSinceNow: patience.whole)).get()
    }

    struct Problem: Error, CustomStringConvertible {
        let description: String

        init(description: String) {
            self.description = description
        }

        /// Apus's own messages, which are the same on every platform.
        init(_ error: any Error) {
            switch (error as? URLError)?.code {
            case .cannotFindHost, .dnsLookupFailed: description = "the host does not exist"
            case .cannotConnectToHost, .networkConnectionLost: description = "the host does not respond"
            case .notConnectedToInternet: description = "there is no network"
            case .timedOut: description = "the connection timed out"
            case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
                .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid:
                description = "the host's certificate is not trusted"
            case let code: description = "the connection fails" + (code.map { " (URL error \($0.rawValue))" } ?? "")
            }
        }
    }
}
