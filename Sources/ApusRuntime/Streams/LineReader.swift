/// Splits a stream into lines, or into texts between other delimiters; chunks may end anywhere, also within a
/// character.
struct LineReader {
    enum Ending {
        /// LF, CR or both (WHATWG HTML, "Parsing an event stream").
        case anyBreak
        /// LF; a CR before it is white space of JSON (JSON Lines, NDJSON).
        case feed
        /// RS before each text (RFC 7464, 2.1).
        case recordSeparator
    }

    private var pieces: ByteStream.Iterator
    private let ending: Ending
    /// The longest line; a longer one ends the stream with ``TransportProblem/Kind/bodyTooLarge``.
    private let limit: Int
    private var buffer: [UInt8] = []
    /// The beginning of the next line in ``buffer``, and the end of the scanned part.
    private var start = 0
    private var scanned = 0
    private var isAtEnd = false
    /// After a CR at the end of the buffer, a following LF still belongs to it.
    private var skipsFeed = false

    init(_ stream: ByteStream, ending: Ending, limit: Int) {
        pieces = stream.makeAsyncIterator()
        self.ending = ending
        self.limit = limit
    }

    /// The next line without its end; nil at the end of the stream.
    ///
    /// - Parameter isWhole: False for text after the last delimiter.
    mutating func next() async throws -> (line: ArraySlice<UInt8>, isWhole: Bool)? {
        while true {
            if let line = nextLine() { return (line, true) }
            if isAtEnd {
                guard start < buffer.count else { return nil }
                defer { start = buffer.count }
                return (buffer[start...], false)
            }
            try await fill()
        }
    }

    private mutating func nextLine() -> ArraySlice<UInt8>? {
        if skipsFeed, start < buffer.count {
            skipsFeed = false
            if buffer[start] == 0x0A {
                start += 1
                scanned = max(scanned, start)
            }
        }
        while scanned < buffer.count {
            let byte = buffer[scanned]
            scanned += 1
            guard isEnd(byte) else { continue }
            let line = buffer[start..<scanned - 1]
            if byte == 0x0D { skipsFeed = true }
            start = scanned
            return line
        }
        return nil
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        switch ending {
        case .anyBreak: byte == 0x0A || byte == 0x0D
        case .feed: byte == 0x0A
        case .recordSeparator: byte == 0x1E
        }
    }

    private mutating func fill() async throws {
        guard let piece = try await pieces.next() else {
            isAtEnd = true
            return
        }
        if start == buffer.count {
            buffer = piece
        } else {
            buffer.removeFirst(start)
            buffer += piece
        }
        scanned -= start
        start = 0
        // The scanned part is one line without an end.
        if scanned > limit {
            throw TransportProblem(.bodyTooLarge, "one item of the stream has more than \(limit) bytes")
        }
    }
}
