public import ApusRuntime
public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension WebhookSignature {
    /// The headers of a message with its signature, as the sender writes them: for tests of a receiver.
    ///
    /// ```swift
    /// let signature = WebhookSignature(.hmacSHA256("secret"), header: "X-Signature", prefix: "sha256=")
    /// let headers = try signature.sign(body: body, with: .hmacSHA256("secret"))
    /// let event: ShopEvent = try signature.event(headers: headers, body: body)
    /// ```
    ///
    /// A message that already has a signature in the header gets a further one, as during a key rotation. Another key
    /// than the one that verifies makes a forged message.
    ///
    /// - Parameters:
    ///   - body: The bytes of the body.
    ///   - headers: The other headers of the message, among them those that are signed, such as its id.
    ///   - key: The shared secret, or the private key of the public one that verifies.
    ///   - now: The time of sending; an old one makes a message that is out of time.
    /// - Throws: ``WebhookProblem``, where a header that is signed is missing, a key cannot sign, or the description
    ///   refuses every message.
    public func sign(
        body: [UInt8], headers: HTTPFields = [:], with key: WebhookSigningKey, now: Date = Date()
    ) throws(WebhookProblem) -> HTTPFields {
        if let fault { throw .unsafeSignature(fault) }
        guard let field = HTTPField.Name(header) else { throw .missingHeader(header) }
        var headers = headers
        let first = headers[field]
        // A further signature is over the same time.
        let known = try first.map { text throws(WebhookProblem) in try timestampText(headers, text) } ?? nil
        let sent = known ?? String(Int64(now.timeIntervalSince1970.rounded(.down)))
        var members: [String] = []
        switch timestamp {
        case .none: break
        case .header(let name):
            guard let time = HTTPField.Name(name) else { throw .missingHeader(name) }
            headers[time] = sent
        case .member(let name): members.append("\(name)=\(sent)")
        }
        let bytes = try key.signature(of: message(headers, sent: sent, body: body))
        members.append(prefix + encoded(bytes))
        if let first {
            // Standard Webhooks separates signatures by spaces, and puts a comma inside of them.
            let separator = prefix.hasSuffix(",") ? " " : ","
            headers[field] = first + separator + members[members.count - 1]
        } else {
            headers[field] = members.joined(separator: ",")
        }
        return headers
    }

    private func encoded(_ bytes: [UInt8]) -> String {
        switch encoding {
        case .base64: Data(bytes).base64EncodedString()
        case .hex: bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }
}
