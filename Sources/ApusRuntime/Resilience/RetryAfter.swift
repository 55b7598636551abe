internal import HTTPTypes

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The delay that a server requests before the next attempt.
enum RetryAfter {
    /// `Retry-After` (RFC 9110, 10.2.3): `120`, or a date in any of the three forms of RFC 9110, 5.6.7.
    ///
    /// A date is compared with the response's own `Date` where it has one: the clocks of both sides may differ.
    static func duration(in headers: HTTPFields, now: Date = Date()) -> Duration? {
        guard let text = headers[.retryAfter] else { return nil }
        if let seconds = number(text) { return milliseconds(seconds) }
        return HTTPDate.seconds(text).map { milliseconds($0 - reference(headers, now)) }
    }

    /// `Retry-After`, and for 429 also the end of the rate limit window: other statuses may contain that header
    /// incidentally.
    static func wait(status: Int, headers: HTTPFields, now: Date = Date()) -> Duration? {
        duration(in: headers, now: now) ?? (status == 429 ? reset(in: headers, now: now) : nil)
    }

    static func wait(askedBy response: HTTPResponse) -> Duration? {
        wait(status: response.status.code, headers: response.headerFields)
    }

    /// `X-RateLimit-Reset` has no standard: seconds from now (`30`), seconds or milliseconds since 1970 (`1794950400`),
    /// or an HTTP date. No server blocks for 30 years, so the size identifies the unit.
    private static func reset(in headers: HTTPFields, now: Date) -> Duration? {
        for name in resetNames {
            guard let text = headers[name] else { continue }
            guard let number = number(text) else {
                if let date = HTTPDate.seconds(text) { return milliseconds(date - reference(headers, now)) }
                continue
            }
            if number < 1e9 { return milliseconds(number) }
            return milliseconds((number < 1e11 ? number : number / 1000) - reference(headers, now))
        }
        return nil
    }

    /// Digits, with a fraction or an exponent from some servers: no sign, no `0x10` and no word (RFC 9110, 10.2.3),
    /// which `Double` would accept.
    static func number(_ text: String) -> Double? {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let first = text.utf8.first, let last = text.utf8.last, digits.contains(first), digits.contains(last),
            text.utf8.count <= 32, text.utf8.allSatisfy({ digits.contains($0) || ".eE".utf8.contains($0) }),
            let number = Double(text), number.isFinite
        else { return nil }
        return number
    }

    private static let resetNames = ["X-RateLimit-Reset", "X-Rate-Limit-Reset", "RateLimit-Reset"]
        .compactMap { HTTPField.Name($0) }

    private static func reference(_ headers: HTTPFields, _ now: Date) -> Double {
        headers[.date].flatMap(HTTPDate.seconds) ?? now.timeIntervalSince1970
    }

    private static func milliseconds(_ seconds: Double) -> Duration {
        .milliseconds(Int64(max(0, min(seconds, 1e9)) * 1000))
    }
}
