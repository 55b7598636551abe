/// The response of a test's server.
struct Answer: Sendable {
    var status: Int
    var headers: [Pair]
    var body: [UInt8]
    /// The announced content length, if it differs from the body's: the connection is then closed too early.
    var announcedLength: Int?

    init(
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
    init(_ response: Expectation.Response) {
        self.init(
            status: response.status,
            headers: response.headers.sorted { $0.key < $1.key }.map { Pair(name: $0.key, value: $0.value) },
            body: response.body?.text ?? "")
    }
}
