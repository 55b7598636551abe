import ApusRuntime
import Foundation
import HTTPTypes

/// A transport that keeps what it is asked to send, and answers by a list.
final class SentRequests: Sendable {
    struct Request: Equatable {
        var line: String
        var headers: [String]
        var body: [UInt8]

        var text: String { ([line] + headers + ["", String(decoding: body, as: UTF8.self)]).joined(separator: "\n") }
    }

    private let lock = NSLock()
    nonisolated(unsafe) private var requests: [Request] = []
    nonisolated(unsafe) private var answers: [InMemoryTransport.Answer]

    init(_ answers: [InMemoryTransport.Answer] = []) {
        self.answers = answers
    }

    var all: [Request] { lock.withLock { requests } }

    var transport: InMemoryTransport {
        InMemoryTransport { request, body in
            self.lock.withLock {
                self.requests.append(
                    Request(
                        line:
                            "\(request.method.rawValue) \(request.scheme ?? "")://\(request.authority ?? "")\(request.path ?? "")",
                        headers: request.headerFields.map { "\($0.name): \($0.value)" }.sorted(), body: body))
                return self.answers.isEmpty ? .status(.notFound) : self.answers.removeFirst()
            }
        }
    }
}
