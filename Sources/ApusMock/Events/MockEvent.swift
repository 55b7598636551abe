import ApusCodec
import ApusJSON
import ApusLowering
import ApusModel
import ApusRuntime
import ApusSource
import ApusSpec
public import HTTPTypes

/// A message of a document's webhook, as its sender writes it.
public struct MockEvent: Sendable {
    /// The key under `webhooks`.
    public let name: String
    /// In upper case; `POST` in most documents.
    public let method: String
    /// The content type, and the header with the event's name where the configuration names one.
    public let headers: HTTPFields
    /// The bytes that are signed and sent.
    public let body: [UInt8]
}

extension MockDocument {
    /// The messages of the document's webhooks, in its order.
    func events() -> [MockEvent] {
        document.webhooks.flatMap { item in item.operations.map { event(item.path, $0) } }
    }

    private func event(_ name: String, _ operation: Operation) -> MockEvent {
        let content = operation.requestBody?.content ?? []
        let media = content.first { MockRequest.isJSON(MockRequest.essence(of: $0.contentType)) } ?? content.first
        var headers = HTTPFields()
        var body: [UInt8] = []
        if let media {
            headers.set("Content-Type", media.contentType)
            var value = payload(media)
            let shown = name.hasPrefix("/") ? String(name.dropFirst()) : name
            if let pointer = rules.webhooks?.member {
                let named = value.setting(.string(shown), at: pointer)
                let fits = media.schema.map { schema in
                    DocumentStack.run { examples.findMisfit(of: named, schema) == nil }
                }
                if fits ?? true { value = named }
            }
            if let header = rules.webhooks?.header { headers.set(header, shown) }
            body =
                MockRequest.isJSON(MockRequest.essence(of: media.contentType))
                ? value.serialized()
                : Array((media.examples.first?.value?.string ?? XMLText.write(value, root: media.schema, self)).utf8)
        }
        return MockEvent(name: name, method: operation.method, headers: headers, body: body)
    }

    private func payload(_ media: MediaType) -> JSONValue {
        let values = media.examples.compactMap { examples.value(of: $0) }
        guard let schema = media.schema else { return values.first ?? .object([:]) }
        return DocumentStack.run {
            values.first { examples.findMisfit(of: $0, schema) == nil } ?? examples.value(of: schema) ?? .object([:])
        }
    }
}
