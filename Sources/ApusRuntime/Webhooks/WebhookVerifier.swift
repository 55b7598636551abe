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
    ///   - checks: ``ContractChecks/observe(_:)`` reports differences of the payload to the document, and an undocumented name; the other
    ///     checks do not concern webhooks.
    public func event<Event: WebhookEvent>(
        _ type: Event.Type = Event.self, headers: HTTPFields, body: [UInt8], named name: WebhookName? = nil,
        now: Date = Date(), checks: ContractChecks = []
    ) throws(WebhookProblem) -> Event {
        try verify(headers: headers, body: body, now: now)
        var payload = WebhookPayload(bytes: body, contentType: headers[.contentType])
        let text: ByteText?
        switch name ?? Event.webhookName {
        case .payload: text = nil
        case .header(let header):
            guard let field = HTTPField.Name(header), let value = headers[field] else {
                throw .missingHeader(header)
            }
            text = ByteText(value)
        case .member(let pointer):
            text = ByteText(JSONBridge.decode(body)?.member(at: pointer)?.string ?? "")
        }
        let event = DecodingContext.webhook(Event.self, checks).apply {
            guard let text else { return Event.read(&payload) }
            let event = Event.read(&payload, named: text)
            if payload.problem == nil { DecodingContext.current?.observation?.observe(event, named: text) }
            return event
        }
        if let problem = payload.problem { throw .unreadable(problem) }
        return event
    }

    /// Verifies a message and decodes its payload: for callbacks, whose URL identifies them.
    ///
    /// - Parameters:
    ///   - type: The model of the payload.
    ///   - headers: The headers of the message, which contain the signatures.
    ///   - body: The unchanged bytes of the body.
    ///   - now: The time to compare the message's timestamp with.
    ///   - checks: ``ContractChecks/observe(_:)`` reports differences of the payload to the document; the other checks do not concern
    ///     webhooks.
    public func payload<Payload: APIValue>(
        _ type: Payload.Type = Payload.self, headers: HTTPFields, body: [UInt8], now: Date = Date(),
        checks: ContractChecks = []
    ) throws(WebhookProblem) -> Payload {
        try payload(headers: headers, body: body, now: now) { payload in
            DecodingContext.webhook(Payload.self, checks).apply { payload.read() }
        }
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

extension DecodingContext {
    /// The context of a webhook; nil: nothing is observed.
    fileprivate static func webhook<Value>(_ type: Value.Type, _ checks: ContractChecks) -> DecodingContext? {
        ContractObservation(checks, operation: String(describing: type), part: .webhook)
            .map(DecodingContext.init(observedBy:))
    }
}
