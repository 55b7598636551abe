/// The response of a test's server.
public struct Answer: Sendable {
    public var status: Int
    public var headers: [Pair]
    public var body: [UInt8]
    /// The announced content length, if it differs from the body's: the connection is then closed too early.
    public var announcedLength: Int?

    public init(
        status: Int, headers: [Pair] = [Pair(name: "content-type", value: "application/json")], body: String = "",
        announcedLength: Int? = nil
    ) {
        self.status = status
        self.headers = headers
        self.body = Array(body.utf8)
        self.announcedLength = announcedLength
    }
}

extension Answer {
    public static func json(_ text: String, status: Int = 200, _ headers: [Pair] = []) -> Answer {
        Answer(
            status: status, headers: [Pair(name: "content-type", value: "application/json")] + headers, body: text)
    }
}
