import HTTPTypes
import Pets

/// A transport of the app's own, around another one.
struct CountingTransport<Inner: HTTPTransport>: HTTPTransport {
    let inner: Inner
    let counter: Counter

    func send(
        _ request: HTTPRequest, body: APIBody, options: TransportOptions
    ) async throws(TransportProblem) -> HTTPResponseStream {
        await counter.count()
        return try await inner.send(request, body: body, options: options)
    }
}

actor Counter {
    private(set) var calls = 0

    func count() {
        calls += 1
    }
}
