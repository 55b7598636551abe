public import ApusRuntime
public import HTTPTypes

/// Sends the messages of webhooks to an address.
public struct MockWebhooks: Sendable {
    /// Adds the signature to the headers of a message.
    public typealias Sign = @Sendable (_ headers: HTTPFields, _ body: [UInt8]) throws -> HTTPFields

    private let address: HTTPRequest
    private let transport: any HTTPTransport
    private let sign: Sign

    /// - Parameters:
    ///   - address: An absolute URL, such as `http://localhost:8080/hooks`. No request chooses it.
    ///   - transport: Sends the messages.
    ///   - sign: Makes the signature; without it, messages have none. `WebhookSignature.sign(body:headers:with:)` makes every signature
    ///     that `WebhookSignature` verifies.
    /// - Throws: ``MockProblem`` for an address that is no http or https URL.
    public init(
        to address: String, over transport: any HTTPTransport, sign: @escaping Sign = { headers, _ in headers }
    ) throws(MockProblem) {
        self.address = try Self.request(address)
        self.transport = transport
        self.sign = sign
    }

    private static func request(_ address: String) throws(MockProblem) -> HTTPRequest {
        for scheme in ["http", "https"] where address.lowercased().hasPrefix(scheme + "://") {
            let rest = address.dropFirst(scheme.count + 3)
            let slash = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
            let (authority, path) = (String(rest[..<slash]), String(rest[slash...]))
            guard !authority.isEmpty, !authority.contains("@"), address.utf8.allSatisfy({ (0x21..<0x7F).contains($0) })
            else { break }
            return HTTPRequest(
                method: .post, scheme: scheme, authority: authority, path: path.hasPrefix("/") ? path : "/" + path)
        }
        throw MockProblem(
            "the address of webhooks must be an http or https URL without a user, such as http://localhost:8080/hooks")
    }

    /// Sends a message.
    ///
    /// - Returns: The status of the receiver's answer.
    /// - Throws: The signature's error, or `TransportProblem`.
    public func send(_ event: MockEvent) async throws -> Int {
        var request = address
        request.method = HTTPRequest.Method(rawValue: event.method) ?? .post
        request.headerFields = try sign(event.headers, event.body)
        let answer = try await transport.send(request, body: .bytes(event.body), options: .standard)
        _ = try? await answer.body.collect(upTo: 1 << 20)
        return answer.head.status.code
    }
}
