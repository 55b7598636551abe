public import HTTPTypes

/// A transport without a network: a closure answers. For tests and previews.
///
/// ```swift
/// let transport = InMemoryTransport { request, body in .json(#"{"id": "c1"}"#) }
/// ```
public struct InMemoryTransport: HTTPTransport {
    /// The closure's response.
    public struct Answer: Sendable {
        public var head: HTTPResponse
        public var body: ByteStream

        public init(status: HTTPResponse.Status = .ok, headers: HTTPFields = [:], body: ByteStream) {
            head = HTTPResponse(status: status, headerFields: headers)
            self.body = body
        }

        public init(status: HTTPResponse.Status = .ok, headers: HTTPFields = [:], bytes: [UInt8] = []) {
            self.init(status: status, headers: headers, body: ByteStream(bytes))
        }

        public static func json(_ text: String, status: HTTPResponse.Status = .ok) -> Answer {
            Answer(status: status, headers: [.contentType: "application/json"], bytes: Array(text.utf8))
        }

        public static func status(_ status: HTTPResponse.Status) -> Answer {
            Answer(status: status)
        }
    }

    private let answer: @Sendable (HTTPRequest, [UInt8]) async throws -> Answer

    /// - Parameter answer: Receives the request and its whole body; may throw ``TransportProblem``.
    public init(_ answer: @escaping @Sendable (_ request: HTTPRequest, _ body: [UInt8]) async throws -> Answer) {
        self.answer = answer
    }

    public func send(
        _ request: HTTPRequest, body: APIBody, options: TransportOptions
    ) async throws(TransportProblem) -> HTTPResponseStream {
        do {
            let answer = try await answer(request, body.collect())
            return HTTPResponseStream(head: answer.head, body: answer.body)
        } catch let problem as TransportProblem {
            throw problem
        } catch is CancellationError {
            throw TransportProblem(.cancelled, "")
        } catch {
            throw TransportProblem(.other, "\(error)", underlying: error)
        }
    }
}
