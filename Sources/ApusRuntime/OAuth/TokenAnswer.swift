internal import HTTPTypes

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A response of an authorization server.
struct TokenAnswer {
    let head: HTTPResponse
    let bytes: [UInt8]
    /// Removes the sent secrets from every text.
    let redactor: Redactor
    let refusals: [RefusalRule]

    /// The object of a success (RFC 6749, 5.1). A 200 with an `error` is not a success: some vendors send refusals with
    /// it.
    func success() throws(OAuthProblem) -> JSONObject {
        guard let object = try? JSONValue(json: bytes).object else {
            throw unexpected("not with a JSON object")
        }
        let isRefused = head.status.kind != .successful || object["error"].map { !$0.isNull } ?? false
        guard isRefused else { return object }
        let isRedirect = head.status.kind == .redirection
        if isRedirect { throw unexpected("a redirect, which is not followed with secrets") }
        throw .refused(refusal(.object(object)))
    }

    func refusal(_ body: JSONValue?) -> OAuthRefusal {
        OAuthRefusal(head: head, body: body, rules: refusals).redacted(by: redactor)
    }

    func token(now: Date, asked: [String], separator: String) throws(OAuthProblem) -> OAuthToken {
        var object = try success()
        guard let accessToken = object["access_token"]?.string, !accessToken.isEmpty else {
            throw unexpected("without an access_token")
        }
        // RFC 6749, 7.1: a client must not use a token of an unknown type.
        if let type = object["token_type"]?.string, !type.asciiLowercased.isSame(as: "bearer") {
            throw unexpected("with a token of type \(redactor.redact(type)); only bearer tokens are known")
        }
        let lifetime = Self.seconds(object["expires_in"])
        let scopes = Self.scopes(object["scope"], separator: separator) ?? (asked.isEmpty ? nil : asked)
        let refreshToken = object["refresh_token"]?.string
        for name in ["access_token", "token_type", "expires_in", "scope", "refresh_token"] { object[name] = nil }
        return OAuthToken(
            accessToken: accessToken, refreshToken: refreshToken.flatMap { $0.isEmpty ? nil : $0 }, issuedAt: now,
            expiresAt: lifetime.map { now.addingTimeInterval($0) }, scopes: scopes, parameters: object.keyed)
    }

    func unexpected(_ reason: String) -> OAuthProblem {
        .unexpectedResponse(status: head.status.code, reason: reason)
    }

    /// `3600`, and `"3600"` as some vendors write it; at most a hundred years.
    static func seconds(_ value: JSONValue?) -> Double? {
        guard let seconds = value?.double ?? value?.string.flatMap(RetryAfter.number), seconds.isFinite else {
            return nil
        }
        return min(max(seconds, 0), 3.2e9)
    }

    /// An empty list gives no information: a server that grants no scope would have refused.
    private static func scopes(_ value: JSONValue?, separator: String) -> [String]? {
        let words = value?.string.map { $0.words(between: separator) }
        let list = value?.array?.compactMap(\.string) ?? words ?? []
        return list.isEmpty ? nil : list
    }
}

extension OAuthRefusal {
    func redacted(by redactor: Redactor) -> OAuthRefusal {
        var copy = self
        copy.reason = Reason(rawValue: redactor.redact(reason.rawValue))
        copy.text = text.map { redactor.redact($0) }
        copy.uri = uri.map { redactor.redact($0) }
        copy.scopes = scopes.map { redactor.redact($0) }
        return copy
    }
}
