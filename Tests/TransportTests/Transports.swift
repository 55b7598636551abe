import ApusRuntime
import ApusURLSession
import Testing

#if canImport(ApusAsyncHTTPClient)
    import ApusAsyncHTTPClient
#endif

/// Every transport that the conformance suite is held against.
enum TransportKind: String, CaseIterable, Sendable, CustomTestStringConvertible {
    #if canImport(ApusAsyncHTTPClient)
        case asyncHTTPClient
    #endif
    case urlSession

    func make() -> any HTTPTransport {
        switch self {
        #if canImport(ApusAsyncHTTPClient)
            case .asyncHTTPClient: .asyncHTTPClient()
        #endif
        case .urlSession: .urlSession()
        }
    }

    var testDescription: String { rawValue }

    /// Whether bodies of any length pass in little memory. Foundation's session takes a request's body as a whole, and on
    /// Linux cannot be told to wait for who reads a response.
    var holdsBack: Bool {
        if self != .urlSession { return true }
        print("skipped: \(rawValue) keeps bodies in memory or on disk")
        return false
    }

    /// Foundation on Linux stops the process ("Transfer completed, but there's no response") at an answer that ends
    /// inside its head, at an interim answer (1xx) and at trailers. No code above it can prevent that.
    func survives(_ path: String) -> Bool {
        #if canImport(FoundationNetworking)
            if self == .urlSession, ["/half-head", "/continue", "/trailers"].contains(path) {
                print("skipped: \(path) stops Foundation on Linux")
                return false
            }
        #endif
        return true
    }
}

extension HTTPTransport {
    func get(
        _ port: UInt16, _ path: String, timeout: Duration? = .seconds(20)
    ) async throws(TransportProblem) -> HTTPResponseStream {
        let request = HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:\(port)", path: path)
        return try await send(request, body: .none, options: TransportOptions(timeout: timeout))
    }
}
