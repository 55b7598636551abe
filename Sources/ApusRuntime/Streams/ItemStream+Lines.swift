extension ItemStream {
    /// JSON Lines, NDJSON: a value on each line; empty lines are skipped.
    static func lines(_ body: ByteStream, limit: Int) -> ItemStream {
        texts(body, ending: .feed, limit: limit) { line, _ in isBlank(line) ? .skip : .text }
    }

    /// A JSON text sequence (RFC 7464): a value after each RS. A truncated text (2.4) is a problem with its location.
    static func sequence(_ body: ByteStream, limit: Int) -> ItemStream {
        texts(body, ending: .recordSeparator, limit: limit) { text, isWhole in
            if isBlank(text) { return .skip }
            // A value without its own closing delimiter may be truncated: `12` of `123`.
            let needsEnd = text.last.map { $0 != 0x7D && $0 != 0x5D && $0 != 0x22 && !isSpace($0) } ?? false
            return needsEnd ? .cutOff : .text
        }
    }

    private enum Judgement {
        case skip, text, cutOff
    }

    private static func texts(
        _ body: ByteStream, ending: LineReader.Ending, limit: Int,
        judging judge: @escaping @Sendable (_ text: ArraySlice<UInt8>, _ isWhole: Bool) -> Judgement
    ) -> ItemStream {
        let context = DecodingContext.current
        return ItemStream(starting: {
            var lines = LineReader(body, ending: ending, limit: limit)
            var count = 0
            return {
                while let (text, isWhole) = try await lines.next() {
                    let judgement = judge(text, isWhole)
                    if judgement == .skip { continue }
                    count += 1
                    if judgement == .cutOff {
                        let problem = DecodingProblem(
                            path: "", offset: text.count, expected: "a whole JSON text", found: "the end")
                        throw StreamItemProblem(
                            item: count - 1, text: String(decoding: text, as: UTF8.self), problem: problem)
                    }
                    return try decode(Array(text), item: count - 1, in: context)
                }
                return nil
            }
        })
    }

    /// - Parameter context: The context of the client that opened the stream; items are read after its call has ended.
    static func decode(_ bytes: [UInt8], item: Int, in context: DecodingContext?) throws(StreamItemProblem) -> Item {
        do throws(DecodingProblem) {
            return try context.apply { () throws(DecodingProblem) in try JSONDecoding.decode(from: bytes) }
        } catch {
            throw StreamItemProblem(item: item, text: String(decoding: bytes, as: UTF8.self), problem: error)
        }
    }

    private static func isBlank(_ text: ArraySlice<UInt8>) -> Bool {
        text.allSatisfy(isSpace)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
    }
}

extension ItemStream {
    /// Encodes each item as JSON between `prefix` and `suffix`.
    func encoded(prefix: [UInt8], suffix: [UInt8], for purpose: EncodingPurpose = .request) -> APIBody {
        let items = self
        let stream = ByteStream(starting: {
            var iterator = items.makeAsyncIterator()
            return {
                guard let item = try await iterator.next() else { return nil }
                return prefix + (try JSONBridge.encode(item, for: purpose)) + suffix
            }
        })
        return .stream(stream, isReplayable: isReplayable)
    }
}

extension RequestWriter {
    /// A body of JSON Lines, sent as its items are produced.
    public mutating func jsonLines<Item: APIValue>(
        _ items: ItemStream<Item>?, contentType: String = "application/jsonl"
    ) {
        if let items { setBody(items.encoded(prefix: [], suffix: [0x0A]), contentType) }
    }

    /// A JSON text sequence (RFC 7464), sent as its items are produced.
    public mutating func jsonSequence<Item: APIValue>(
        _ items: ItemStream<Item>?, contentType: String = "application/json-seq"
    ) {
        if let items { setBody(items.encoded(prefix: [0x1E], suffix: [0x0A]), contentType) }
    }
}
