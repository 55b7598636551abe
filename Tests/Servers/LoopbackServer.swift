import HTTPTypes
public import Hummingbird
import Logging
import NIOCore

/// A real HTTP server on the loopback interface, at a port that the system picks.
public final class LoopbackServer: Sendable {
    public let port: UInt16
    private let running: Task<Void, any Error>

    public var url: String { "http://127.0.0.1:\(port)" }

    private init(port: UInt16, running: Task<Void, any Error>) {
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
    public static func start(
        answering answer: @escaping @Sendable (ReceivedRequest) async -> Answer
    ) async throws -> LoopbackServer {
        guard #available(macOS 14, iOS 17, tvOS 17, *) else { throw Unavailable() }
        return try await start(
            CallbackResponder<BasicRequestContext> { request, _ in try await respond(to: request, answering: answer) })
    }

    /// Runs `body` with the port of a server that answers by the router, and stops the server after it.
    @available(macOS 14, iOS 17, tvOS 17, *)
    public static func run(
        _ router: Router<BasicRequestContext>, _ body: @escaping @Sendable (UInt16) async throws -> Void
    ) async throws {
        let server = try await start(router.buildResponder())
        do {
            try await body(server.port)
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    @available(macOS 14, iOS 17, tvOS 17, *)
    private static func start<Responder: HTTPResponder>(_ responder: Responder) async throws -> LoopbackServer
    where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
        let (ports, portContinuation) = AsyncThrowingStream.makeStream(of: UInt16.self)
        var application = Application(
            responder: responder,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                if let port = channel.localAddress?.port { portContinuation.yield(UInt16(port)) }
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
    public func stop() async {
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
