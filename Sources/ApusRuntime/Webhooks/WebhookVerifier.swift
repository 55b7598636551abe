public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Verifies that webhooks are genuine. `ApusWebhooks` has the usual kinds of signatures.
///
/// ```swift
/// let event: PetsEvent = try verifier.event(headers: request.headers, body: bytes)
/// ```
public protocol WebhookVerifier: Sendable {
    /// Returns if the message is genuine, and throws otherwise.
    ///
    /// - Parameters:
    ///   - headers: The headers of the message, which contain the signatures.
    ///   - body: The unchanged bytes of the body.
    ///   - now: The time to compare the message's timestamp with.
    func verify(headers: HTTPFields, body: [UInt8], now: Date) throws(WebhookProblem)
}

/// Accepts every message: for messages that a queue or a gateway has verified, and for tests.
public struct UnsignedWebhooks: WebhookVerifier {
    public init() {}

    public func verify(headers: HTTPFields, body: [UInt8], now: Date) {}
}

extension WebhookVerifier {
    /// Verifies a message and decodes it as one of a document's events. A payload that fits none of them is the unknown
    /// case, not a problem.
    ///
    /// - Parameters:
    ///   - type: The enum over the document's events.
    ///   - headers: The headers of the message, which contain the signatures.
    ///   - body: The unchanged bytes of the body.
    ///   - name: The location of the event's name; nil: where the configuration says. An
    ///     undocumented name is the unknown case.
    ///   - now: The time to compare the message's timestamp with.
    public func event<Event: WebhookEvent>(
        _ type: Event.Type = Event.self, headers: HTTPFields, body: [UInt8], named name: WebhookName? = nil,
        now: Date = Date()
    ) throws(WebhookProblem) -> Event {
        try verify(headers: headers, body: body, now: now)
        var payload = WebhookPayload(bytes: body, contentType: headers[.contentType])
        let event: Event
        switch name ?? Event.webhookName {
        case .payload: event = Event.read(&payload)
        case .header(let header):
            guard let field = HTTPField.Name(header), let text = headers[field] else {
                throw .missingHeader(header)
            }
            event = Event.read(&payload, named: ByteText(text))
        case .member(let pointer):
            event = Event.read(&payload, named: ByteText(JSONBridge.decode(body)?.member(at: pointer)?.string ?? ""))
        }
        if let problem = payload.problem { throw .unreadable(problem) }
        return event
    }

    /// Verifies a message and decodes its payload: for callbacks, whose URL identifies them.
    public func payload<Payload: APIValue>(
        _ type: Payload.Type = Payload.self, headers: HTTPFields, body: [UInt8], now: Date = Date()
    ) throws(WebhookProblem) -> Payload {
        try payload(headers: headers, body: body, now: now) { $0.read() }
    }

    /// The same for a payload in another format; `ApusXML` has the call for XML. `read` runs after verification.
    package func payload<Payload: APIValue>(
        headers: HTTPFields, body: [UInt8], now: Date = Date(), reading read: (inout WebhookPayload) -> Payload
    ) throws(WebhookProblem) -> Payload {
        try verify(headers: headers, body: body, now: now)
        var payload = WebhookPayload(bytes: body, contentType: headers[.contentType])
        let value = read(&payload)
        if let problem = payload.problem { throw .unreadable(problem) }
        return value
    }
}
