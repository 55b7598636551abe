import ApusPipeline
import ApusSource

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A file at an http or https address: the document that a command or `apus.yaml` names, or a file that a document refers to. It is fetched
/// without cookies or credentials; redirects are followed only to allowed hosts.
enum RemoteFile {
    /// The maximum number of redirects of one file.
    private static let redirectLimit = 10
    /// The maximum time in seconds for one file with its redirects.
    private static let patience = 60.0

    /// Blocks until the file is complete, as `ApusPipeline.Fetch` describes.
    ///
    /// - Throws: ``Problem``.
    static let fetch: Fetch = { address, allowedHosts, byteLimit in
        let request = RemoteRequest(address: address, allowedHosts: allowedHosts, byteLimit: byteLimit)
        guard case .file(let bytes, _) = try fetchNewer(request) else {
            throw Problem(description: "the server responds with status 304")
        }
        return bytes
    }

    /// Blocks until the file is complete, as `ApusPipeline.FetchNewer` describes. The validators are sent to the address that they are from
    /// only: another one may use the same words for another file.
    ///
    /// - Throws: ``Problem``.
    static let fetchNewer: FetchNewer = { request in
        guard var url = URL(string: request.address), isAllowed(url, request.allowedHosts) else {
            throw Problem(description: "the address cannot be used")
        }
        let end = Date(timeIntervalSinceNow: patience)
        for _ in 0...redirectLimit {
            let stored = request.stored?.resolved == RemoteValidators.show(url.absoluteString) ? request.stored : nil
            let answer = try Download.get(
                url.absoluteString, unless: stored, byteLimit: request.byteLimit,
                patience: max(1, end.timeIntervalSinceNow))
            if let redirect = answer.redirect {
                url = try check(redirect, from: url, request.allowedHosts)
                continue
            }
            if answer.status == 304, stored?.isConditional == true { return .notModified }
            guard (200..<300).contains(answer.status) else {
                throw Problem(description: "the server responds with status \(answer.status)")
            }
            return .file(
                answer.bytes,
                RemoteValidators(address: url.absoluteString, etag: answer.etag, modified: answer.modified))
        }
        throw Problem(description: "it redirects more than \(redirectLimit) times")
    }

    private static func isAllowed(_ url: URL, _ allowedHosts: Set<String>) -> Bool {
        guard let scheme = url.scheme?.lowercased(), let host = url.host()?.lowercased() else { return false }
        return ["http", "https"].contains(scheme)
            && AllowedHost.permits(scheme: scheme, host: host, port: url.port, allowedHosts)
    }

    private static func check(_ redirect: String, from url: URL, _ allowedHosts: Set<String>) throws(Problem) -> URL {
        guard let target = URL(string: redirect), isAllowed(target, allowedHosts) else {
            let target = URL(string: redirect)
            let port = target?.port.map { ":\($0)" } ?? ""
            throw Problem(
                description: "it redirects to \"\(target?.host() ?? "")\(port)\", which is not an allowed host")
        }
        if url.scheme?.lowercased() == "https", target.scheme?.lowercased() != "https" {
            throw Problem(description: "it redirects from https to http")
        }
        return target
    }

    /// The reason why there is no file, in half a sentence.
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }
}
