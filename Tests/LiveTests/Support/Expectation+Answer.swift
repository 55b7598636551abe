import TestServers

extension Answer {
    init(_ response: Expectation.Response) {
        self.init(
            status: response.status,
            headers: response.headers.sorted { $0.key < $1.key }.map { Pair(name: $0.key, value: $0.value) },
            body: response.body?.text ?? "")
    }
}
