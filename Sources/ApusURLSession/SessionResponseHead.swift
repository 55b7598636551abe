internal import ApusRuntime
internal import Foundation
internal import HTTPTypes

#if canImport(FoundationNetworking)
    internal import FoundationNetworking
#endif

/// Converts the system's response to a head. The system keeps neither the order of headers nor their repetition; they
/// are sorted by name, so that equal responses compare equal. Cookies, which cannot be joined by commas, are separated
/// again.
enum SessionResponseHead {
    static func make(_ response: HTTPURLResponse) -> HTTPResponse {
        var head = HTTPResponse(status: HTTPResponse.Status(code: min(max(response.statusCode, 0), 999)))
        let fields = response.allHeaderFields.flatMap { key, value -> [HTTPField] in
            guard let key = key as? String, let name = HTTPField.Name(key) else { return [] }
            let lines = name == .setCookie ? SetCookieLines.split("\(value)") : ["\(value)"]
            return lines.map { HTTPField(name: name, value: $0) }
        }
        head.headerFields = HTTPFields(
            received: fields.sorted { $0.name.canonicalName < $1.name.canonicalName })
        return head
    }
}
