import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// A real HTTP server on the loopback interface, at a port that the system picks.
final class LoopbackServer: Sendable {
    let port: Int
    private let running: Task<Void, any Error>

    var url: String { "http://127.0.0.1:\(port)" }

    private init(port: Int, running: Task<Void, any Error>) {
        self.port = port
        self.running = running
    }

    /// Some seconds later: NIO stops the process ("Deinited NIOAsyncWriter without calling finish()") when a connection that a client
    /// had begun to open arrives while the server is being stopped.
    deinit {
        Task { [running] in
            try? await Task.sleep(for: .seconds(3))
            running.cancel()
        }
    }

    /// Returns when the server listens. It stops after the last reference to it has gone.
    static func start(
        answering answer: @escaping @Sendable (ReceivedRequest) async -> Answer
    ) async throws -> LoopbackServer {
        guard #available(macOS 14, iOS 17, tvOS 17, *) else { throw Unavailable() }
        let (ports, portContinuation) = AsyncThrowingStream.makeStream(of: Int.self)
        let responder = CallbackResponder<BasicRequestContext> { request, _ in
            try await respond(to: request, answering: answer)
        }
        var application = Application(
            responder: responder,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                if let port = channel.localAddress?.port { portContinuation.yield(port) }
                portContinuation.finish()
            })
        application.logger.logLevel = .critical  // stopping a server is not worth a line
        let running = Task { [application] in
            do {
                try await application.run()
            } catch {
                portContinuation.finish(throwing: error)
                throw error
            }
        }
        for try await port in ports {
            return LoopbackServer(port: port, running: running)
        }
        throw Unavailable()
    }

    /// Ends every connection and frees the port.
    func stop() async {
        running.cancel()
        _ = await running.result
    }

    struct Unavailable: Error, CustomStringConvertible {
        var description: String { "The server of these tests needs Linux, macOS 14, iOS 17 or tvOS 17." }
    }
}

@available(macOS 14, iOS 17, tvOS 17, *)
extension LoopbackServer {
    private static func respond(
        to request: Request, answering answer: @Sendable (ReceivedRequest) async -> Answer
    ) async throws -> Response {
        var body: [UInt8] = []
        for try await chunk in request.body {
            body.append(contentsOf: chunk.readableBytesView)
        }
        let target = (request.head.path ?? "").split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let received = ReceivedRequest(
            method: request.method.rawValue,
            path: target.first.map(String.init) ?? "",
            query: target.count > 1 ? String(target[1]) : "",
            headers: request.headers.map { Pair(name: $0.name.canonicalName, value: $0.value) },
            body: body)
        return makeResponse(await answer(received))
    }

    private static func makeResponse(_ answer: Answer) -> Response {
        var headers = HTTPFields()
        for header in answer.headers {
            guard let name = HTTPField.Name(header.name) else { continue }
            headers.append(HTTPField(name: name, value: header.value))
        }
        let buffer = ByteBuffer(bytes: answer.body)
        let body =
            answer.announcedLength.map { length in
                ResponseBody(contentLength: length) { writer in
                    try await writer.write(buffer)
                    throw ClosedEarly()
                }
            } ?? ResponseBody(byteBuffer: buffer)
        return Response(status: HTTPResponse.Status(code: answer.status), headers: headers, body: body)
    }

    private struct ClosedEarly: Error {}
}
