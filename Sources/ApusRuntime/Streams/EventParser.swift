/// The lines of a `text/event-stream` as events (WHATWG HTML, "Interpreting an event stream").
struct EventParser {
    struct Event {
        var name: String?
        var data: String
        var id: String?
        var retry: Duration?
    }

    /// A day, in milliseconds: the maximum delay, because a server that requests more does not expect a reconnection.
    private static let longestRetry: Int64 = 86_400_000

    private var lines: LineReader
    /// The maximum number of bytes of one event's data.
    private let limit: Int
    private var isFirst = true
    /// Remains after the end of an event: each later one has it too.
    private(set) var lastID: String?
    /// The delay that the server requests before a reconnection.
    private(set) var retry: Duration?

    init(_ body: ByteStream, limit: Int, lastID: String? = nil, retry: Duration? = nil) {
        lines = LineReader(body, ending: .anyBreak, limit: limit)
        self.limit = limit
        self.lastID = lastID
        self.retry = retry
    }

    /// The next event with data; nil at the end. An event without a final empty line is discarded.
    mutating func next() async throws -> Event? {
        var name: String?
        var data: [String] = []
        var count = 0
        var id = lastID
        var eventRetry: Duration?
        while let (bytes, isWhole) = try await lines.next(), isWhole {
            guard var line = BodyText.utf8(Array(bytes)) else {
                throw TransportProblem(.invalidResponse, "a line of the event stream is not UTF-8")
            }
            if isFirst, line.unicodeScalars.first == "\u{FEFF}" { line.unicodeScalars.removeFirst() }
            isFirst = false
            if line.isEmpty {
                lastID = id
                if data.isEmpty {
                    (name, eventRetry) = (nil, nil)
                    continue
                }
                return Event(name: name, data: data.joined(separator: "\n"), id: id, retry: eventRetry)
            }
            let (field, value) = Self.split(line)
            switch ByteText(field) {
            case "event": name = value.isEmpty ? nil : value
            case "data":
                data.append(value)
                // Includes the line feed that joins it to the next line.
                count += value.utf8.count + 1
                guard count <= limit else {
                    throw TransportProblem(.bodyTooLarge, "one event of the stream has more than \(limit) bytes")
                }
            case "id" where !value.unicodeScalars.contains("\0"): id = value.isEmpty ? nil : value
            case "retry":
                guard value.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let time = Int64(value) else { continue }
                eventRetry = .milliseconds(min(time, Self.longestRetry))
                retry = eventRetry
            default: continue
            }
        }
        return nil
    }

    /// `data: x` → `data` and `x`; a comment has no name.
    private static func split(_ line: String) -> (field: String, value: String) {
        guard let colon = line.utf8.firstIndex(of: 0x3A) else { return (line, "") }
        var value = line[line.utf8.index(after: colon)...]
        if value.utf8.first == 0x20 { value = Substring(value.unicodeScalars.dropFirst()) }
        return (String(line[..<colon]), String(value))
    }
}
