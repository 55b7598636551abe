internal import HTTPTypes

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `Retry-After` (RFC 9110, 10.2.3): `120`, or a date in any of the three forms of RFC 9110, 5.6.7.
enum RetryAfter {
    static func duration(in headers: HTTPFields, now: Date = Date()) -> Duration? {
        guard let text = headers[.retryAfter] else { return nil }
        if let seconds = Double(text), seconds.isFinite, seconds >= 0 {
            return .milliseconds(Int64(min(seconds, 1e9) * 1000))
        }
        guard let date = HTTPDate.seconds(text) else { return nil }
        return .milliseconds(Int64(max(0, date - now.timeIntervalSince1970) * 1000))
    }
}
