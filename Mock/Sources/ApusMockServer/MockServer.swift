public import ApusMock
import ApusRuntime
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// A mock server with connections.
@available(macOS 14, iOS 17, tvOS 17, *)
public struct MockServer: Sendable {
    private let workspace: MockWorkspace
    private let host: String
    private let port: Int
    private let bodyLimit: Int

    /// - Parameters:
    ///   - workspace: Answers the requests.
    ///   - host: The address to listen at; other machines reach only an address of the network.
    ///   - port: 0: a free one.
    ///   - bodyLimit: The largest body of a request in bytes; larger ones are answered by 413 and not read.
    public init(_ workspace: MockWorkspace, host: String = "127.0.0.1", port: Int = 4010, bodyLimit: Int = 8 << 20) {
        self.workspace = workspace
        self.host = host
        self.port = port
        self.bodyLimit = bodyLimit
    }

    /// Serves until the task is cancelled or the process gets SIGINT or SIGTERM.
    ///
    /// - Parameter listening: Called with the port once connections are accepted.
    /// - Throws: The error of an address that cannot be listened at.
    public func run(listening: @escaping @Sendable (_ port: Int) async -> Void) async throws {
        var logger = Logger(label: "apus-mock")
        logger.logLevel = .critical
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { [self] request, _ in try await respond(to: request) },
            configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
            onServerRunning: { channel in await listening(channel.localAddress?.port ?? port) }, logger: logger)
        try await application.runService()
    }

    private func respond(to request: Request) async throws -> Response {
        var body: [UInt8] = []
        var isTooLarge = false
        for try await chunk in request.body {
            // The rest is read and dropped, so that the client reads the answer.
            if body.count + chunk.readableBytes > bodyLimit { isTooLarge = true }
            if !isTooLarge { body.append(contentsOf: chunk.readableBytesView) }
        }
        if isTooLarge { body = Array(repeating: 0, count: bodyLimit + 1) }
        let authority = request.head.authority ?? "\(host):\(port)"
        let received = MockRequest(
            method: request.method.rawValue, target: request.head.path ?? "/", origin: "http://" + authority,
            headers: request.headers, body: body)
        let answer = await workspace.answer(received)
        if answer.delay > .zero { try await Task.sleep(for: answer.delay) }
        return Response(
            status: HTTPResponse.Status(code: answer.status), headers: answer.headers, body: Self.body(of: answer))
    }

    private static func body(of answer: MockAnswer) -> ResponseBody {
        switch answer.body {
        case .bytes(let bytes): return ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        case .pieces:
            let stream = answer.stream
            return ResponseBody { writer in
                for try await piece in stream { try await writer.write(ByteBuffer(bytes: piece)) }
                try await writer.finish(nil)
            }
        }
    }
}
