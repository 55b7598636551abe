/// The events of a server (`text/event-stream`), with their `data` as a model.
///
/// Events are read on demand, and leaving the loop ends the exchange. Iterating throws ``StreamItemProblem`` for data
/// that does not decode, and ``TransportProblem`` for the connection. A stream that ends is not reopened, unless
/// ``reconnecting(_:)`` is used.
public struct EventStream<Payload: APIValue>: AsyncSequence, Sendable {
    public typealias Element = ServerSentEvent<Payload>

    let source: EventSource
    /// The `data` of the last event, if the document declares one.
    private let terminator: String?
    private let reconnection: Reconnection?
    /// The context of the call that opened the stream.
    private let context: DecodingContext?
    private let redaction: StreamRedaction?

    init(
        _ source: EventSource, terminator: String?, reconnection: Reconnection? = nil,
        context: DecodingContext? = DecodingContext.current, redaction: StreamRedaction? = nil
    ) {
        self.context = context
        self.redaction = redaction
        self.source = source
        self.terminator = terminator
        self.reconnection = reconnection
    }

    /// The same stream, reopened with `Last-Event-ID` when it ends or breaks, after the delay that the server requests
    /// with `retry:`. The request is sent again unchanged: use it for subscriptions, not for single responses.
    ///
    /// It ends when the server answers 204, or after ``Reconnection/limit`` reconnections without an event.
    public func reconnecting(_ policy: Reconnection = .standard) -> EventStream {
        EventStream(
            source, terminator: terminator, reconnection: policy, context: context, redaction: redaction)
    }

    /// The data only.
    public var payloads: ItemStream<Payload> {
        let events = self
        return ItemStream(starting: {
            var iterator = events.makeAsyncIterator()
            return { try await iterator.next()?.data }
        })
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(
            reader: EventReader(source, reconnection: reconnection), terminator: terminator, context: context,
            redaction: redaction)
    }

    public struct Iterator: AsyncIteratorProtocol {
        var reader: EventReader
        let terminator: String?
        private let context: DecodingContext?
        private let redaction: StreamRedaction?
        private var count = 0
        private var isOver = false

        init(reader: EventReader, terminator: String?, context: DecodingContext?, redaction: StreamRedaction?) {
            self.context = context
            self.redaction = redaction
            self.reader = reader
            self.terminator = terminator
        }

        public mutating func next() async throws -> ServerSentEvent<Payload>? {
            do { return try await readNext() } catch { throw redaction?.redact(error) ?? error }
        }

        private mutating func readNext() async throws -> ServerSentEvent<Payload>? {
            guard !isOver, let event = try await reader.next(), terminator.map({ event.data.isSame(as: $0) }) != true,
                !EventData.isEnd(event.data, of: Payload.self)
            else {
                isOver = true
                return nil
            }
            defer { count += 1 }
            let data = try EventData.decode(event.data, as: Payload.self, item: count, in: context)
            return ServerSentEvent(name: event.name, data: data, id: event.id, retry: event.retry)
        }
    }
}

/// `data` as a model.
enum EventData {
    /// `[DONE]` after the last event, as in many response streams: it is not JSON, so it can only be the end where the
    /// model is JSON.
    static func isEnd<Payload: APIValue>(_ text: String, of type: Payload.Type) -> Bool {
        text.isSame(as: "[DONE]") && Payload.self != String.self && Payload.self != String?.self
    }

    /// Decodes JSON, or the text itself where the model is a string.
    static func decode<Payload: APIValue>(
        _ text: String, as type: Payload.Type, item: Int, in context: DecodingContext?
    ) throws(StreamItemProblem) -> Payload {
        if let plain = text as? Payload { return plain }
        if Payload.self == JSONValue.self {
            let tree = (try? JSONValue(json: text)) ?? .string(text)
            if let payload = tree as? Payload { return payload }
        }
        return try ItemStream<Payload>.decode(Array(text.utf8), item: item, in: context)
    }
}

extension ItemStream {
    /// Events as models, with members `event`, `data`, `id` and `retry` (OpenAPI 3.2, "Special Considerations for
    /// Server-Sent Events").
    static func events(_ source: EventSource, terminator: String?) -> ItemStream {
        let context = DecodingContext.current
        return ItemStream(starting: {
            var reader = EventReader(source, reconnection: nil)
            var count = 0
            return {
                guard let event = try await reader.next(), terminator.map({ event.data.isSame(as: $0) }) != true else {
                    return nil
                }
                defer { count += 1 }
                var object: JSONObject = ["data": .string(event.data)]
                object["event"] = event.name.map { .string($0) }
                object["id"] = event.id.map { .string($0) }
                object["retry"] = event.retry.map { .number(JSONNumber(Int($0 / .milliseconds(1)))) }
                return try decode(JSONBridge.encode(.object(object)), item: count, in: context)
            }
        })
    }
}
