import ApusPipeline
import ApusPlatform
import CLibCurl

/// One response to a GET request, through the system's libcurl.
struct Download {
    /// The body of a response with a status from 200 to 299.
    let bytes: [UInt8]
    let status: Int
    /// The absolute address of a redirect.
    let redirect: String?
    /// The values of `ETag` and `Last-Modified`, as the server wrote them.
    let etag: String?
    let modified: String?

    /// The maximum number of seconds without a byte.
    private static let idleLimit = 15
    private static let isLoaded = apus_curl_load()

    /// Blocks until the response is complete. Follows no redirect.
    ///
    /// - Parameters:
    ///   - validators: Those of a stored response: the server may answer with status 304 and no body.
    ///   - byteLimit: The maximum number of bytes of the body.
    ///   - patience: The maximum number of seconds.
    static func get(
        _ address: String, unless validators: RemoteValidators?, byteLimit: Int, patience: Double
    ) throws(RemoteFile.Problem) -> Download {
        guard isLoaded else {
            throw RemoteFile.Problem(
                description: "this system has no libcurl, which Apus loads for http and https; download the file")
        }
        let collector = Collector(limit: byteLimit)
        let limits = apus_curl_limits(
            idle: idleLimit, whole: Int(patience.rounded(.up)), bytes: Int64(byteLimit))
        let outcome = withExtendedLifetime(collector) {
            apus_curl_get(
                address, "apus/" + GeneratorVersion.current, validators?.etag, validators?.modified, limits,
                { bytes, count, context in
                    guard let bytes, let context else { return false }
                    return Unmanaged<Collector>.fromOpaque(context).takeUnretainedValue().append(bytes, count)
                }, Unmanaged.passUnretained(collector).toOpaque())
        }
        defer { for text in [outcome.redirect, outcome.etag, outcome.modified] { free(text) } }
        if collector.isTooLarge || outcome.code == tooLarge {
            throw RemoteFile.Problem(description: "it is larger than \(byteLimit) bytes")
        }
        // A body that nobody wants is not read to its end.
        let isRefused = outcome.code == notTaken && outcome.status >= 300
        guard outcome.code == 0 || isRefused else { throw RemoteFile.Problem(description: describe(outcome.code)) }
        return Download(
            bytes: collector.bytes, status: outcome.status, redirect: outcome.redirect.map { String(cString: $0) },
            etag: outcome.etag.map { String(cString: $0) }, modified: outcome.modified.map { String(cString: $0) })
    }

    /// Codes of libcurl-errors(3).
    private static let (notTaken, tooLarge): (Int32, Int32) = (23, 63)

    /// Apus's own messages, which are the same on every platform and with every version of libcurl.
    private static func describe(_ code: Int32) -> String {
        switch code {
        case 3: "the address is malformed"
        case 5, 6: "the host does not exist"
        case 7, 52, 55, 56: "the host does not respond"
        case 18: "the connection ended before the file was complete"
        case 28: "the connection timed out"
        case 35, 51, 60, 77, 83, 90, 91: "the host's certificate is not trusted"
        default: "the connection fails (libcurl error \(code))"
        }
    }
}

/// The bytes of one body, and their limit.
private final class Collector {
    private let limit: Int
    private(set) var bytes: [UInt8] = []
    private(set) var isTooLarge = false

    init(limit: Int) {
        self.limit = limit
    }

    func append(_ start: UnsafePointer<CChar>, _ count: Int) -> Bool {
        isTooLarge = bytes.count + count > limit
        if isTooLarge { return false }
        bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
        return true
    }
}
