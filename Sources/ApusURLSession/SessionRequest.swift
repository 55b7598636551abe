internal import ApusRuntime
internal import Foundation
internal import HTTPTypes

#if canImport(FoundationNetworking)
    internal import FoundationNetworking
#endif

/// Converts a request to the system's request, with a file for a streamed body.
struct SessionRequest: Sendable {
    let request: URLRequest
    let file: SpooledBody?

    static func make(_ request: HTTPRequest, body: APIBody, watchdog: Watchdog) async throws -> SessionRequest {
        guard let scheme = request.scheme, let authority = request.authority, !authority.isEmpty,
            let url = URL(string: "\(scheme)://\(authority)\(request.path ?? "/")")
        else { throw TransportProblem(.invalidRequest, "the request has no scheme, no host or no valid path") }
        guard scheme == "http" || scheme == "https" else {
            throw TransportProblem(.invalidRequest, "the scheme \(scheme) is not http or https")
        }
        try checkBody(body, of: request.method)
        var outgoing = URLRequest(url: url)
        outgoing.httpMethod = request.method.rawValue
        outgoing.timeoutInterval = 86_400
        for field in request.headerFields.oneLinePerName where !framing.contains(field.name) {
            outgoing.setValue(field.value, forHTTPHeaderField: field.name.rawName)
        }
        switch body.content {
        case .none: return SessionRequest(request: outgoing, file: nil)
        case .bytes(let bytes):
            outgoing.httpBody = Data(bytes)
            return SessionRequest(request: outgoing, file: nil)
        case .stream(let stream):
            let file = try await SpooledBody(body.progress?.stream ?? stream, length: body.length, watchdog: watchdog)
            return SessionRequest(request: outgoing, file: file)
        }
    }

    /// Header fields that the system derives from the body.
    private static let framing: Set<HTTPField.Name> = [.contentLength, .transferEncoding]

    /// The system refuses a GET with a body with a misleading message, and omits the body of HEAD.
    private static func checkBody(_ body: APIBody, of method: HTTPRequest.Method) throws(TransportProblem) {
        guard method == .get || method == .head, !body.isEmpty else { return }
        throw TransportProblem(
            .invalidRequest, "URLSession cannot send \(method) with a body; the transport of ApusAsyncHTTPClient can")
    }
}
