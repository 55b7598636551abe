internal import ApusRuntime
internal import Foundation
internal import HTTPTypes

#if canImport(FoundationNetworking)
    internal import FoundationNetworking
#endif

/// Request → the system's request, with a file when the body is streamed.
struct OutgoingRequest: Sendable {
    let request: URLRequest
    let file: SpooledBody?

    static func make(_ request: HTTPRequest, body: HTTPBody, watchdog: Watchdog) async throws -> OutgoingRequest {
        guard let scheme = request.scheme, let authority = request.authority, !authority.isEmpty,
            let url = URL(string: "\(scheme)://\(authority)\(request.path ?? "/")")
        else { throw TransportProblem(.invalidRequest, "the request has no scheme, no host or no valid path") }
        guard scheme == "http" || scheme == "https" else {
            throw TransportProblem(.invalidRequest, "the scheme \(scheme) is not http or https")
        }
        var outgoing = URLRequest(url: url)
        outgoing.httpMethod = request.method.rawValue
        outgoing.timeoutInterval = 86_400
        for field in request.headerFields where !framing.contains(field.name) {
            outgoing.addValue(field.value, forHTTPHeaderField: field.name.rawName)
        }
        // One header for all pairs (RFC 6265, 5.4): the system would put commas between them.
        if let cookies = request.headerFields[.cookie] { outgoing.setValue(cookies, forHTTPHeaderField: "Cookie") }
        switch body.content {
        case .none: return OutgoingRequest(request: outgoing, file: nil)
        case .bytes(let bytes):
            outgoing.httpBody = Data(bytes)
            return OutgoingRequest(request: outgoing, file: nil)
        case .stream(let stream):
            let file = try await SpooledBody(body.progress?.stream ?? stream, length: body.length, watchdog: watchdog)
            return OutgoingRequest(request: outgoing, file: file)
        }
    }

    /// The system writes these from the body, and cookies go together.
    private static let framing: Set<HTTPField.Name> = [.contentLength, .transferEncoding, .cookie]
}
