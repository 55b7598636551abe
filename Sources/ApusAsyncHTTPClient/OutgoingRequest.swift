internal import ApusRuntime
internal import AsyncHTTPClient
internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1

/// Converts a request to async-http-client's request.
enum OutgoingRequest {
    static func make(
        _ request: HTTPRequest, body: APIBody, watchdog: Watchdog, holder: ClientHolder
    ) throws(TransportProblem) -> HTTPClientRequest {
        guard let scheme = request.scheme, let authority = request.authority, !authority.isEmpty else {
            throw TransportProblem(.invalidRequest, "the request has no scheme or no host")
        }
        var outgoing = HTTPClientRequest(url: "\(scheme)://\(authority)\(request.path ?? "/")")
        outgoing.method = HTTPMethod(rawValue: request.method.rawValue)
        for field in request.headerFields.oneLinePerName where !framing.contains(field.name) {
            outgoing.headers.add(name: field.name.rawName, value: field.value)
        }
        if holder.isOwn, request.headerFields[.acceptEncoding] == nil {
            outgoing.headers.add(name: "Accept-Encoding", value: "gzip, deflate")
        }
        switch body.content {
        case .none: break
        case .bytes(let bytes) where bytes.count <= OutgoingBuffers.pieceSize:
            outgoing.body = .bytes(ByteBuffer(bytes: bytes))
        case .bytes(let bytes):
            // In chunks, because each requested chunk is progress.
            let buffers = OutgoingBuffers(
                stream: ByteStream(bytes), watchdog: watchdog, loops: holder.client.eventLoopGroup)
            outgoing.body = .stream(buffers, length: .known(Int64(bytes.count)))
        case .stream(let stream):
            let buffers = OutgoingBuffers(stream: stream, watchdog: watchdog, loops: holder.client.eventLoopGroup)
            outgoing.body = .stream(buffers, length: body.length.map { .known($0) } ?? .unknown)
        }
        return outgoing
    }

    /// Header fields that the library derives from the body.
    private static let framing: Set<HTTPField.Name> = [.contentLength, .transferEncoding]
}
