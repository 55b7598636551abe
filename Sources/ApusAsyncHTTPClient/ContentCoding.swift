internal import ApusRuntime
internal import AsyncHTTPClient
internal import NIOHTTP1

/// What a response's body was compressed with (RFC 9110, 8.4).
enum ContentCoding {
    /// nil: the body is handed on as it comes, also in a coding that nobody asked for.
    static func inflater(for response: HTTPClientResponse) throws(TransportProblem) -> Inflater? {
        let codings = response.headers[canonicalForm: "Content-Encoding"].map { ByteText($0.asciiLowercased) }
        guard codings.count == 1, ["gzip", "x-gzip", "deflate"].contains(codings[0]) else { return nil }
        return try Inflater()
    }
}
