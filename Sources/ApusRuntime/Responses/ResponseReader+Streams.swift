extension ResponseReader {
    /// A `text/event-stream`, its `data` as a model.
    ///
    /// - Parameter terminator: The `data` after which no event comes, where the document names one.
    public mutating func events<Payload: APIValue>(until terminator: String? = nil) -> EventStream<Payload> {
        EventStream(source, terminator: terminator)
    }

    /// A `text/event-stream` whose model is the whole event.
    public mutating func wholeEvents<Item: APIValue>(until terminator: String? = nil) -> ItemStream<Item> {
        .events(source, terminator: terminator)
    }

    /// JSON Lines.
    public mutating func jsonLines<Item: APIValue>() -> ItemStream<Item> {
        .lines(stream(), limit: itemLimit)
    }

    /// A JSON text sequence (RFC 7464).
    public mutating func jsonSequence<Item: APIValue>() -> ItemStream<Item> {
        .sequence(stream(), limit: itemLimit)
    }

    private var source: EventSource {
        EventSource(body: body ?? ByteStream(bytes), limit: itemLimit, resume: resume)
    }
}
