import ApusRuntime
import ApusWebhooks
import Foundation
import HTTPTypes

/// Text that servers, senders of webhooks and callers give the runtime.
extension FuzzTarget {
    private static let token = "s3cr3t+of/mine=x"

    /// The first line, and the rest.
    private static func split(_ bytes: [UInt8]) -> (line: String, rest: [UInt8]) {
        let line = bytes.prefix { $0 != 0x0A }
        return (String(decoding: line, as: UTF8.self), Array(bytes.dropFirst(line.count + 1)))
    }

    /// A variable fills a part of the URL: the call goes to the template's host, below its path, or nowhere.
    static func checkServers(_ bytes: [UInt8]) throws {
        let (first, rest) = split(bytes)
        let second = String(decoding: rest, as: UTF8.self)
        let server = ServerURL(
            template: "https://{label}.api.test:8443/base/{segment}", variables: ["label": first, "segment": second])
        for request in try send(to: server) {
            let authority = request.authority ?? ""
            let label = authority.dropLast(".api.test:8443".count)
            try expect(
                authority.hasSuffix(".api.test:8443") && !label.isEmpty && !label.contains { ".@:/?#[]".contains($0) },
                "a variable leads to \(authority)")
            try expect((request.path ?? "").hasPrefix("/base/"), "a variable leads to \(request.path ?? "")")
        }
        // No address makes the client send bytes that are not a request.
        for request in try send(to: ServerURL(String(decoding: bytes, as: UTF8.self))) { try checkTarget(request) }
    }

    /// The target of a redirect gets no credential, unless it has the same origin, and the target can be sent.
    static func checkRedirects(_ bytes: [UInt8]) throws {
        let (location, rest) = split(bytes)
        guard HTTPField.isValidValue(location) else { return }
        let sent = try send(to: "https://api.test/v1") { request in
            guard request.path == "/v1/x" else { return .json("{}", status: .unauthorized) }
            return InMemoryTransport.Answer(status: .found, headers: [.location: location], bytes: rest)
        }
        for request in sent.dropFirst() {
            try checkTarget(request)
            let isHome = request.scheme == "https" && ["api.test", "api.test:443"].contains(request.authority ?? "")
            try expect(request.scheme == "https", "a redirect leads to \(request.scheme ?? "")")
            try expect(
                isHome || request.headerFields[.authorization] == nil,
                "a credential goes to \(request.authority ?? "")")
        }
    }

    /// No header verifies an unsigned message.
    static func checkSignatures(_ bytes: [UInt8]) throws {
        let (line, body) = split(bytes)
        guard HTTPField.isValidValue(line) else { return }
        let key = WebhookKey.hmacSHA256(token)
        let signatures: [WebhookSignature] = [
            WebhookSignature(key, header: "X-S", prefix: "sha256="),
            WebhookSignature(key, header: "X-S", encoding: .base64),
            WebhookSignature(
                key, header: "X-S", member: "v1", timestamp: .member("t"), content: [.timestamp, .text("."), .body]),
        ]
        for signature in signatures {
            var headers: HTTPFields = [:]
            if let name = HTTPField.Name("X-S") { headers[name] = line }
            do {
                try signature.verify(headers: headers, body: body, now: Date(timeIntervalSince1970: 1_731_705_121))
            } catch {
                continue
            }
            throw Contradiction(description: "a message is genuine that nobody signed")
        }
    }

    /// The response of an authorization server is a token or an error, and the error does not contain the sent secret,
    /// in any encoding.
    static func checkOAuth(_ bytes: [UInt8]) throws {
        let (line, body) = split(bytes)
        let transport = InMemoryTransport { _, _ in
            var headers: HTTPFields = [.contentType: "application/json"]
            if HTTPField.isValidValue(line) { headers[.wwwAuthenticate] = line }
            return InMemoryTransport.Answer(status: .badRequest, headers: headers, bytes: body)
        }
        let client = OAuthClient(
            OAuthEndpoints(token: "https://login.test/token"), id: "app", secret: SecretString(token),
            authentication: .body,
            transport: transport)
        let shown = try wait {
            do {
                _ = try await client.clientCredentials()
                return ""
            } catch {
                var text = "\(error) \(error.localizedDescription) "
                dump(error, to: &text)
                return text
            }
        }
        try expect(!shown.isEmpty, "a refusal is a token")
        for text in [
            shown, shown.removingPercentEncoding ?? "", shown.replacing("+", with: " ").removingPercentEncoding ?? "",
        ] {
            try expect(!text.contains(token), "the error tells the secret: \(shown)")
        }
    }

    private static func checkTarget(_ request: HTTPRequest) throws {
        let parts = [request.scheme ?? "", request.authority ?? "", request.path ?? ""]
        let isPlain = parts.joined().utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        try expect(isPlain && parts[2].hasPrefix("/") && !parts[1].isEmpty, "a request goes to \(parts)")
        try expect(["http", "https"].contains(parts[0]), "a request goes to \(parts)")
    }

    private struct Client: APIClient {
        let core: ClientCore
    }

    private struct Get: APIOperation {
        static let descriptor = OperationDescriptor(id: "get", method: .get, path: "/x", security: [["bearer": []]])
        func encode(into request: inout RequestWriter) {}
        static func decode(_ response: inout ResponseReader) {}
        typealias Failure = UndocumentedFailure
    }

    /// The request of one call.
    private static func send(
        to server: ServerURL,
        _ answer: @escaping @Sendable (HTTPRequest) -> InMemoryTransport.Answer = { _ in .status(.noContent) }
    ) throws -> [HTTPRequest] {
        try wait {
            let (requests, sent) = AsyncStream.makeStream(of: HTTPRequest.self)
            let transport = InMemoryTransport { request, _ in
                sent.yield(request)
                return answer(request)
            }
            let core = ClientCore(
                server: server, transport: transport, credentials: APICredentials(scheme: "bearer", token: token),
                securitySchemes: ["bearer": .http(scheme: "bearer")], client: "Fuzz/1", middleware: [.retries(.never)])
            _ = try? await Client(core: core).send(Get())
            sent.finish()
            return await requests.reduce(into: []) { $0.append($1) }
        }
    }

    /// Fuzzers and tests without `async` wait for asynchronous code.
    private static func wait<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) throws -> Value {
        let done = DispatchSemaphore(value: 0)
        let box = Box(value: nil as Value?)
        Task.detached {
            box.value = await body()
            done.signal()
        }
        done.wait()
        guard let value = box.value else { throw Contradiction(description: "nothing came") }
        return value
    }

    /// Written before the semaphore is signalled, read after it.
    private final class Box<Value>: @unchecked Sendable {
        var value: Value?

        init(value: Value?) { self.value = value }
    }
}
