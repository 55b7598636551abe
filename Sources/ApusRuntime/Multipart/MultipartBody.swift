/// Parts between boundaries (RFC 2046, 5.1.1), in chunks as the parts provide them: nothing is buffered as a whole.
struct MultipartBody: Sendable {
    let boundary: String
    private let segments: [APIBody]

    /// - Parameter boundary: 256 random bits, generated after the parts are known: the probability that a part contains
    ///   them is negligible.
    init(_ parts: [MultipartPart], boundary: String = PKCE.makeRandomText()) {
        self.boundary = boundary
        var segments: [APIBody] = []
        for (index, part) in parts.enumerated() {
            let opening = Array("\(index == 0 ? "" : "\r\n")--\(boundary)\r\n".utf8)
            segments.append(.bytes(opening + part.head))
            if !part.body.isEmpty { segments.append(part.body) }
        }
        // A body without parts is only its closing boundary.
        segments.append(.bytes(Array("\(parts.isEmpty ? "" : "\r\n")--\(boundary)--\r\n".utf8)))
        self.segments = segments
    }

    /// The length is known when every part's is; the body is replayable when every part is.
    var body: APIBody {
        let segments = segments
        var length: Int64? = 0
        for segment in segments { length = length.flatMap { sum in segment.length.map { sum + $0 } } }
        let stream = ByteStream(starting: {
            var rest = segments[...]
            var current: ByteStream.Iterator?
            return {
                while true {
                    if let piece = try await current?.next() { return piece }
                    current = nil
                    guard let next = rest.popFirst() else { return nil }
                    switch next.content {
                    case .none: continue
                    case .bytes(let bytes): return bytes
                    case .stream(let stream): current = stream.makeAsyncIterator()
                    }
                }
            }
        })
        return APIBody.stream(stream, length: length, isReplayable: segments.allSatisfy(\.isReplayable))
    }
}
