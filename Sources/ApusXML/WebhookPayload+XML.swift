public import ApusRuntime

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

@_documentation(visibility: internal)
extension WebhookPayload {
    /// An XML payload; JSON is read instead as well. An empty body is `null`.
    public mutating func xml<Value: APIValue>(_ step: XMLStep, _ content: XMLContent) -> Value {
        BodyFormat.isJSON(bytes, contentType: contentType, unlessTold: false)
            ? read() : read(with: XMLCoder(step, content))
    }

    /// The same where the document declares JSON too.
    public mutating func jsonOrXML<Value: APIValue>(_ step: XMLStep, _ content: XMLContent) -> Value {
        let isForm = contentType?.asciiLowercased.begins(with: "application/x-www-form-urlencoded") ?? false
        let isJSON = isForm || BodyFormat.isJSON(bytes, contentType: contentType, unlessTold: true)
        return isJSON ? read() : read(with: XMLCoder(step, content))
    }
}

extension WebhookVerifier {
    /// Verifies a message and decodes its XML payload: for callbacks, whose URL identifies them.
    ///
    /// ```swift
    /// let shipment: Shipment = try verifier.payload(
    ///     headers: headers, body: body, xml: .element("shipment"), .model(Shipment.self))
    /// ```
    public func payload<Payload: APIValue>(
        _ type: Payload.Type = Payload.self, headers: HTTPFields, body: [UInt8], xml step: XMLStep,
        _ content: XMLContent, now: Date = Date()
    ) throws(WebhookProblem) -> Payload {
        try payload(headers: headers, body: body, now: now) { $0.xml(step, content) }
    }
}
