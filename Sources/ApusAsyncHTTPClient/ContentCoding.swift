internal import ApusRuntime
internal import AsyncHTTPClient
internal import NIOHTTP1

/// The compression of a response's body (RFC 9110, 8.4).
enum ContentCoding {
    /// nil: the body is passed on unchanged, also with a coding that was not requested.
    static func inflater(for response: HTTPClientResponse) throws(TransportProblem) -> Inflater? {
        let codings = response.headers[canonicalForm: "Content-Encoding"].map { ByteText($0.asciiLowercased) }
        guard codings.count == 1, ["gzip", "x-gzip", "deflate"].contains(codings[0]) else { return nil }
        return try Inflater()
    }
}
