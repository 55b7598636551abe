import ApusPlatform
import Foundation
import Testing

@testable import ApusRuntime

/// A token endpoint without a network: answers from a list, repeats the last one, and records the requests.
final class OAuthServer: Sendable {
    struct Sent: Sendable {
        let request: HTTPRequest
        let body: String
        let fields: [String: String]
    }

    private let state: Lock<(answers: [InMemoryTransport.Answer], sent: [Sent])>
    let time = OAuthTestClock()

    convenience init(_ answers: InMemoryTransport.Answer...) {
        self.init(answers)
    }

    init(_ answers: [InMemoryTransport.Answer]) {
        state = Lock((answers, []))
    }

    var sent: [Sent] { state.withLock { $0.sent } }

    func transport(delay: Duration? = nil) -> InMemoryTransport {
        InMemoryTransport { request, body in
            if let delay { try await Task.sleep(for: delay) }
            return self.answer(request, String(decoding: body, as: UTF8.self))
        }
    }

    func answer(_ request: HTTPRequest, _ body: String) -> InMemoryTransport.Answer {
        let isJSON = request.headerFields[.contentType] == "application/json"
        let fields = isJSON ? Self.json(body) : Self.form(body)
        return state.withLock { state in
            state.sent.append(Sent(request: request, body: body, fields: fields))
            return state.answers.count > 1 ? state.answers.removeFirst() : state.answers[0]
        }
    }

    static func form(_ text: String) -> [String: String] {
        var fields: [String: String] = [:]
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            fields[parts[0]] = parts[1].replacing("+", with: " ").removingPercentEncoding
        }
        return fields
    }

    private static func json(_ text: String) -> [String: String] {
        let object = (try? JSONValue(json: text).object) ?? [:]
        return object.dictionary.compactMapValues(\.string)
    }

    static let endpoints = OAuthEndpoints(
        authorization: "https://login.pets.test/authorize", token: "https://login.pets.test/token/",
        refresh: "https://login.pets.test/token/refresh", deviceAuthorization: "https://login.pets.test/device")

    func client(
        secret: SecretString? = "s3cret", authentication: OAuthClient.Authentication = .body,
        bodyFormat: OAuthClient.BodyFormat = .form, delay: Duration? = nil
    ) -> OAuthClient {
        var client = OAuthClient(
            Self.endpoints, id: "app", secret: secret, authentication: authentication, bodyFormat: bodyFormat,
            transport: transport(delay: delay))
        client.clock = time.clock
        return client
    }

    /// A token's answer: `a1` with refresh token `r1`.
    static func tokens(_ number: Int, lifetime: Int = 3600, scope: String? = nil) -> InMemoryTransport.Answer {
        let scope = scope.map { #","scope":"\#($0)""# } ?? ""
        return .json(
            #"{"access_token":"access-\#(number)","refresh_token":"refresh-\#(number)","token_type":"Bearer","#
                + #""expires_in":\#(lifetime)\#(scope)}"#)
    }
}

extension OAuthToken {
    /// Expired by the clock of the tests.
    static func old(scopes: [String]? = nil) -> OAuthToken {
        OAuthToken(
            accessToken: "access-0", refreshToken: "refresh-0", expiresAt: Date(timeIntervalSince1970: 999_999),
            scopes: scopes)
    }

    /// With one hour left.
    static func young(scopes: [String]? = nil) -> OAuthToken {
        var token = old(scopes: scopes)
        token.expiresAt = Date(timeIntervalSince1970: 1_003_600)
        return token
    }
}
