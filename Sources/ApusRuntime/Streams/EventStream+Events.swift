extension EventStream {
    /// A stream of the given events, for tests and previews: written as `text/event-stream`, and read from it.
    ///
    /// Iterating throws `EncodingProblem` for data that cannot be written as JSON.
    public init(_ events: [ServerSentEvent<Payload>]) {
        self.init(
            EventSource(body: EventText.stream(events) { try EventText.write($0) }, limit: .max, resume: nil),
            terminator: nil)
    }

    /// A stream of events that have data alone.
    public init(_ payloads: [Payload]) {
        self.init(payloads.map { ServerSentEvent(data: $0) })
    }

    /// The text of the stream, from its beginning.
    var bytes: ByteStream { source.body }
}

extension ItemStream {
    /// The items as events, by their members `event`, `data`, `id` and `retry`.
    var eventBytes: ByteStream {
        EventText.stream(self) { item in
            let tree = JSONBridge.decode(try JSONBridge.encode(item, for: .storage)) ?? .null
            let data = tree["data"].map { $0.string ?? $0.description } ?? ""
            return EventText.write(
                data: data, name: tree["event"]?.string, id: tree["id"]?.string, retry: tree["retry"]?.int)
        }
    }
}

/// Writes `text/event-stream` (WHATWG HTML, "Parsing an event stream").
private enum EventText {
    /// - Throws: `EncodingProblem`.
    static func write<Payload>(_ event: ServerSentEvent<Payload>) throws -> [UInt8] {
        let data = try (event.data as? String).map { Array($0.utf8) } ?? JSONBridge.encode(event.data, for: .storage)
        return write(
            data: String(decoding: data, as: UTF8.self), name: event.name, id: event.id,
            retry: event.retry.map { Int($0 / .milliseconds(1)) })
    }

    /// A line of data for each line of the text; a line break in another field would begin a new one, so it is left out.
    static func write(data: String, name: String?, id: String?, retry: Int?) -> [UInt8] {
        var lines: [[UInt8]] = []
        if let name { lines.append(field("event", name)) }
        if let id { lines.append(field("id", id)) }
        if let retry { lines.append(field("retry", String(retry))) }
        let texts = data.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        lines += texts.map { Array("data: ".utf8) + $0.filter { $0 != 0x0D } }
        return Array(lines.joined(separator: [0x0A])) + [0x0A, 0x0A]
    }

    private static func field(_ name: String, _ value: String) -> [UInt8] {
        Array("\(name): ".utf8) + value.utf8.filter { $0 != 0x0A && $0 != 0x0D }
    }

    static func stream<Item: Sendable>(
        _ items: [Item], _ write: @escaping @Sendable (Item) throws -> [UInt8]
    ) -> ByteStream {
        ByteStream(starting: {
            var rest = items[...]
            return { try rest.popFirst().map(write) }
        })
    }

    static func stream<Item>(
        _ items: ItemStream<Item>, _ write: @escaping @Sendable (Item) throws -> [UInt8]
    ) -> ByteStream {
        ByteStream(starting: {
            var iterator = items.makeAsyncIterator()
            return { try await iterator.next().map(write) }
        })
    }
}
