import ApusPlatform
import ApusRuntime
import Foundation
import TestServers
import Testing

/// Servers that repeat credentials, request new ones without having received any, and fail at token endpoints.
@Suite(.timeLimit(.minutes(1))) struct CredentialFaultTests {
    private static let token = #"tok+en/of"mine"#

    /// Counts the refusals of its token.
    final class Renewable: APICredential {
        let renewals = Tally()

        func secret(for use: CredentialUse) -> CredentialSecret { .token("token-\(renewals.count)") }

        func renew(_ refused: CredentialSecret, for use: CredentialUse, response: HTTPResponse) -> Bool {
            renewals.add()
            return true
        }
    }

    /// Another origin has received no token, so its 401 says nothing about it.
    @Test(arguments: TransportKind.allCases) func aForeignRefusalRenewsNothing(_ kind: TransportKind) async throws {
        let heads = Lock<[String]>([])
        let other = try SocketServer { connection in
            while let head = connection.readHead() {
                heads.withLock { $0.append(head) }
                connection.answer(
                    "401 Unauthorized", body: "{}",
                    headers: [#"WWW-Authenticate: Bearer error="insufficient_scope", scope="everything""#])
            }
        }
        let requests = Tally()
        let server = try SocketServer { [port = other.port] connection in
            while connection.readHead() != nil {
                requests.add()
                connection.answer("302 Found", body: "", headers: ["Location: http://127.0.0.1:\(port)/there"])
            }
        }
        let credential = Renewable()
        let client = FaultClient(
            port: server.port, kind.make(), credentials: APICredentials(scheme: "bearer", credential: credential))
        for _ in 0..<5 {
            do {
                _ = try await client.fetch()
                Issue.record("401 is no success")
            } catch {
                #expect(error.status == 401 && error.refusal == nil && error.details.isAnsweredElsewhere)
            }
        }
        #expect(credential.renewals.count == 0 && requests.count == 5 && heads.withLock { $0.count } == 5)
        #expect(heads.withLock { $0 }.allSatisfy { !$0.lowercased().contains("authorization") })
    }

    /// For every location of the credential: the server repeats the target and every header, as text and escaped.
    @Test(arguments: TransportKind.allCases, ["bearer", "basic", "key", "session", "own"])
    func whatAServerRepeatsIsNotTold(_ kind: TransportKind, _ scheme: String) async throws {
        let server = try SocketServer { connection in
            while let head = connection.readHead() {
                let line = head.split(separator: "\r\n").joined(separator: " | ")
                let escaped = line.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                let values = [line, escaped, escaped.lowercased()]
                let body = (try? JSONEncoder().encode(["message": values])) ?? Data()
                connection.answer("403 Forbidden", body: [UInt8](body), headers: ["X-Echo: \(escaped)"])
            }
        }
        let token = scheme == "session" ? "tok+en/of-mine" : Self.token
        let credentials =
            scheme == "basic"
            ? APICredentials(scheme: scheme, username: "ada", password: Self.token)
            : APICredentials(scheme: scheme, token: token)
        do {
            _ = try await FaultClient(port: server.port, kind.make(), credentials: credentials).fetch()
            Issue.record("403 is no success")
        } catch {
            var shown = "\(error) \(error.localizedDescription) \(error.refusal.map { "\($0)" } ?? "")"
            dump(error, to: &shown)
            shown += String(decoding: error.body, as: UTF8.self)
            for part in ["tok+en", "tok%2Ben", "tok%2ben", "tok\\u002ben", "of%22mine", "of\\\"mine"] {
                #expect(!shown.contains(part), "\(scheme): \(part) in \(String(decoding: error.body, as: UTF8.self))")
            }
            let pair = Data("ada:\(Self.token)".utf8).base64EncodedString()
            #expect(!shown.contains(pair) && !shown.contains(pair.replacing("/", with: "\\/")))
            #expect(shown.contains("<redacted>"))
        }
    }

    @Test(arguments: TransportKind.allCases) func aTokenEndpointThatIsDownIsLeftAlone(_ kind: TransportKind)
        async throws
    {
        let requests = Tally()
        let endpoint = try SocketServer { connection in
            while let head = connection.readHead() {
                requests.add()
                let length = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
                connection.read(length.flatMap { Int($0.dropFirst(15).filter(\.isNumber)) } ?? 0)
                connection.answer(
                    "503 Service Unavailable", body: #"{"error":"down","error_description":"s3cret%2Bof mine"}"#,
                    headers: ["Content-Type: application/json"])
            }
        }
        var oauth = OAuthClient(
            OAuthEndpoints(token: ServerURL("http://127.0.0.1:\(endpoint.port)/token")), id: "app",
            secret: "s3cret+of mine", transport: kind.make())
        oauth.authentication = .body
        let client = FaultClient(
            port: 9, kind.make(), credentials: APICredentials(scheme: "bearer", credential: oauth.clientCredential()))
        for _ in 0..<50 {
            do {
                _ = try await client.fetch()
                Issue.record("there is no token")
            } catch {
                #expect(error.refusal?.reason.rawValue == "down" && !"\(error)".contains("3cret"), "\(error)")
            }
        }
        // The second question is due after half a second at the earliest.
        #expect((1...8).contains(requests.count), "\(requests.count) requests")
    }

    @Test(arguments: TransportKind.allCases) func noWaitAtAllIsNotGranted(_ kind: TransportKind) async throws {
        let requests = Tally()
        let server = try SocketServer { connection in
            while connection.readHead() != nil {
                requests.add()
                connection.answer(
                    body: "retry: 0\ndata: \"a\"\n\n", headers: ["Content-Type: text/event-stream"])
            }
        }
        let following = Task {
            var count = 0
            for try await _ in try await FaultClient(port: server.port, kind.make()).send(Watch()).reconnecting() {
                count += 1
            }
            return count
        }
        try await Task.sleep(for: .seconds(2))
        following.cancel()
        _ = try? await following.value
        #expect((1...3).contains(requests.count), "\(requests.count) requests in two seconds")
    }

    struct Watch: APIOperation {
        static let descriptor = OperationDescriptor(
            id: "watch", method: .get, path: "/events", accept: ["text/event-stream"], streams: true)
        func encode(into request: inout RequestWriter) {}
        static func decode(_ response: inout ResponseReader) -> EventStream<String> { response.events() }
        typealias Failure = UndocumentedFailure
    }
}
