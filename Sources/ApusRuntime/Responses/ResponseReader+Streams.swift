extension ResponseReader {
    /// A `text/event-stream` with its `data` as a model. A response of another type is a problem with its body.
    ///
    /// - Parameter terminator: The `data` of the last event, if the document declares one.
    public mutating func events<Payload: APIValue>(until terminator: String? = nil) -> EventStream<Payload> {
        probe?.note(.events, of: EventStream<Payload>.self) { .stream($0.bytes) }
        checkStream("an event stream")
        return EventStream(source, terminator: terminator, redaction: redaction)
    }

    /// A `text/event-stream` whose model is the whole event.
    public mutating func wholeEvents<Item: APIValue>(until terminator: String? = nil) -> ItemStream<Item> {
        probe?.note(.events, of: ItemStream<Item>.self) { .stream($0.eventBytes) }
        checkStream("an event stream")
        return .events(source, terminator: terminator).redacted(by: redaction)
    }

    /// JSON Lines.
    public mutating func jsonLines<Item: APIValue>() -> ItemStream<Item> {
        probe?.note(.items, of: ItemStream<Item>.self) {
            $0.encoded(prefix: [], suffix: [0x0A], for: .storage)
        }
        checkStream("JSON Lines")
        return .lines(stream(), limit: itemLimit).redacted(by: redaction)
    }

    /// A JSON text sequence (RFC 7464).
    public mutating func jsonSequence<Item: APIValue>() -> ItemStream<Item> {
        probe?.note(.items, of: ItemStream<Item>.self) {
            $0.encoded(prefix: [0x1E], suffix: [0x0A], for: .storage)
        }
        checkStream("a JSON text sequence")
        return .sequence(stream(), limit: itemLimit).redacted(by: redaction)
    }

    /// The response was read as a whole because it is not the documented stream: see
    /// ``OperationDescriptor/isStreamed(_:)``.
    private mutating func checkStream(_ expected: String) {
        guard body == nil, let mediaType, mediaType.isNoStream(of: expected == "an event stream" ? .events : .items)
        else { return }
        let kind = mediaType.isHTML ? "a page of HTML" : mediaType.isJSON ? "JSON" : "XML"
        let found = "\(kind) (\(contentType ?? ""))"
        report(DecodingProblem(path: "", offset: 0, expected: expected, found: found))
    }

    private var source: EventSource {
        EventSource(body: body ?? ByteStream(bytes), limit: itemLimit, resume: resume, timer: timer)
    }
}
