import ApusAsyncHTTPClient
import ApusRuntime
import ApusURLSession

/// The transports under test.
enum Transport: String, CaseIterable, Sendable {
    case urlSession, asyncHTTPClient

    /// The same one in every test, as an application would have it.
    var shared: any HTTPTransport {
        switch self {
        case .urlSession: Self.session
        case .asyncHTTPClient: Self.client
        }
    }

    private static let session: any HTTPTransport = .urlSession()
    private static let client: any HTTPTransport = .asyncHTTPClient()
}
