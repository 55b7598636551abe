import ApusSource
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One running fetch: collects the bytes, limits their number, and checks every redirect before it is followed.
final class RemoteFileTask: NSObject, URLSessionDataDelegate, @unchecked Sendable {
    private let allowedHosts: Set<String>
    private let byteLimit: Int
    // The condition guards all properties below.
    private let condition = NSCondition()
    private var bytes: [UInt8] = []
    private var result: Result<[UInt8], RemoteFile.Problem>?

    init(allowedHosts: Set<String>, byteLimit: Int) {
        self.allowedHosts = allowedHosts
        self.byteLimit = byteLimit
    }

    static func isAllowed(_ url: URL, _ allowedHosts: Set<String>) -> Bool {
        guard let scheme = url.scheme?.lowercased(), let host = url.host()?.lowercased() else { return false }
        return ["http", "https"].contains(scheme)
            && AllowedHost.permits(scheme: scheme, host: host, port: url.port, allowedHosts)
    }

    /// Blocks until there is a result, or the time has passed.
    func wait(until end: Date) -> Result<[UInt8], RemoteFile.Problem> {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let result { return result }
            if !condition.wait(until: end) { return result ?? .failure(RemoteFile.Problem(URLError(.timedOut))) }
        }
    }

    /// The first result counts.
    private func finish(_ result: @autoclosure () -> Result<[UInt8], RemoteFile.Problem>) {
        condition.lock()
        defer { condition.unlock() }
        self.result = self.result ?? result()
        condition.broadcast()
    }

    private func fail(_ reason: String) {
        finish(.failure(RemoteFile.Problem(description: reason)))
    }

    private func failAsTooLarge() {
        fail("it is larger than \(byteLimit) bytes")
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        guard let target = request.url, Self.isAllowed(target, allowedHosts) else {
            let port = request.url?.port.map { ":\($0)" } ?? ""
            fail("it redirects to \"\(request.url?.host() ?? "")\(port)\", which is not an allowed host")
            return completionHandler(nil)
        }
        if task.originalRequest?.url?.scheme?.lowercased() == "https", target.scheme?.lowercased() != "https" {
            fail("it redirects from https to http")
            return completionHandler(nil)
        }
        completionHandler(request)
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        let status = (response as? HTTPURLResponse)?.statusCode ?? 0
        guard (200..<300).contains(status) else {
            fail("the server responds with status \(status)")
            return completionHandler(.cancel)
        }
        guard response.expectedContentLength <= Int64(byteLimit) else {
            failAsTooLarge()
            return completionHandler(.cancel)
        }
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        condition.lock()
        bytes += data
        let isTooLarge = bytes.count > byteLimit
        condition.unlock()
        if isTooLarge {
            failAsTooLarge()
            dataTask.cancel()
        }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        if let error { return finish(.failure(RemoteFile.Problem(error))) }
        finish(.success(bytes))
    }
}
