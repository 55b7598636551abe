public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Tells genuine webhooks from others. `ApusWebhooks` has the usual kinds of signatures.
///
/// ```swift
/// let event: PetsEvent = try verifier.event(headers: request.headers, body: bytes)
/// ```
public protocol WebhookVerifier: Sendable {
    /// Returns when the message is genuine.
    ///
    /// - Parameters:
    ///   - headers: Those of the message, where signatures stand.
    ///   - body: Byte for byte as it came.
    ///   - now: The time against which the message's own is held.
    func verify(headers: HTTPFields, body: [UInt8], now: Date) throws(WebhookProblem)
}

/// Believes everything: for messages that something else has verified, such as a queue or a gateway, and for tests.
public struct UnsignedWebhooks: WebhookVerifier {
    public init() {}

    public func verify(headers: HTTPFields, body: [UInt8], now: Date) {}
}

extension WebhookVerifier {
    /// Verifies a message and reads it as one of a document's events. A payload that none of them fits is the unknown
    /// case, not a problem.
    ///
    /// - Parameters:
    ///   - type: The enum over the document's events.
    ///   - headers: Those of the message, where signatures stand.
    ///   - body: Byte for byte as it came.
    ///   - name: Where the message says which event it is; nil: where ``WebhookEvent/webhookName`` says. A name that the document does not
    ///     have is the unknown case.
    ///   - now: The time against which the message's own is held.
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

    /// Verifies a message and reads its payload: for callbacks, whose address says what they are.
    public func payload<Payload: APIValue>(
        _ type: Payload.Type = Payload.self, headers: HTTPFields, body: [UInt8], now: Date = Date()
    ) throws(WebhookProblem) -> Payload {
        try payload(headers: headers, body: body, now: now) { $0.read() }
    }

    /// The same for a payload in another format; `ApusXML` has the call for XML. `read` runs once the message is verified.
    public func payload<Payload: APIValue>(
        headers: HTTPFields, body: [UInt8], now: Date = Date(), reading read: (inout WebhookPayload) -> Payload
    ) throws(WebhookProblem) -> Payload {
        try verify(headers: headers, body: body, now: now)
        var payload = WebhookPayload(bytes: body, contentType: headers[.contentType])
        let value = read(&payload)
        if let problem = payload.problem { throw .unreadable(problem) }
        return value
    }
}
