internal import ApusRuntime
internal import Foundation

#if canImport(FoundationNetworking)
    internal import FoundationNetworking
#endif

/// Converts the system's errors to problems with the kinds that all transports share.
enum SessionErrors {
    enum Phase {
        case head, body
    }

    static func problem(_ error: any Error, during phase: Phase) -> TransportProblem {
        switch error {
        case let problem as TransportProblem: problem
        case let failure as RequestBodyFailure: failure.problem
        case is CancellationError: TransportProblem(.cancelled, "")
        case let error as FileProblem:
            TransportProblem(.other, "the body that waits cannot be read back: \(error)", underlying: error)
        case let error as URLError:
            TransportProblem(kind(error, phase), error.localizedDescription, underlying: redacting(error))
        default: TransportProblem(.other, "\(type(of: error))", underlying: error)
        }
    }

    /// The error without the values of its URL's query, in which a key may be.
    private static func redacting(_ error: URLError) -> URLError {
        var userInfo: [String: Any] = [NSLocalizedDescriptionKey: error.localizedDescription]
        let address = error.failingURL.map { Redactor.hideValues(ofQueryIn: $0.absoluteString) }
        if let url = address.flatMap({ URL(string: $0) }) {
            userInfo[NSURLErrorFailingURLErrorKey] = url
        }
        return URLError(error.code, userInfo: userInfo)
    }

    private static func kind(_ error: URLError, _ phase: Phase) -> TransportProblem.Kind {
        switch error.code {
        case .cancelled: .cancelled
        case .timedOut: .timedOut
        case .cannotFindHost, .dnsLookupFailed: .hostNotFound
        case .cannotConnectToHost: .connectionRefused
        case .notConnectedToInternet: .cannotConnect
        case .networkConnectionLost: closed(phase)
        // Linux: the server sent nothing.
        case .badServerResponse: closed(phase)
        case .cannotParseResponse: .invalidResponse
        case .badURL: .invalidRequest
        // Linux: a response that is not in any HTTP version. The request's own scheme was checked before.
        case .unsupportedURL: .invalidResponse
        case .secureConnectionFailed, .serverCertificateHasBadDate, .serverCertificateUntrusted,
            .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected,
            .clientCertificateRequired:
            .tls
        default: unnamed(error, phase)
        }
    }

    private static func closed(_ phase: Phase) -> TransportProblem.Kind {
        phase == .head ? .closedEarly : .truncatedBody
    }

    /// On Linux most errors of libcurl have no code of their own, but libcurl's message.
    private static func unnamed(_ error: URLError, _ phase: Phase) -> TransportProblem.Kind {
        let text = error.localizedDescription
        if ["SSL", "certificate", "TLS"].contains(where: { text.contains($0) }) { return .tls }
        if notHTTP.contains(where: { text.contains($0) }) { return .invalidResponse }
        return phase == .body ? .truncatedBody : .other
    }

    /// Messages of libcurl for invalid compressed bodies (its output callback never fails) and for invalid heads.
    private static let notHTTP = [
        "content unencoding", "Failed writing received data", "Invalid Content-Length", "Header without colon",
        "Nul byte in header", "Too large response headers", "Unsupported HTTP", "Invalid status line", "HTTP/0.9",
    ]
}
