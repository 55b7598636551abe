import TestServers

/// A server that answers with arbitrary bytes, selected by the request's path.
final class FaultServer: Sendable {
    let port: UInt16
    private let server: SocketServer

    init() throws {
        server = try SocketServer { Self.answer($0) }
        port = server.port
    }

    private static func answer(_ connection: SocketConnection) {
        let path = connection.readPath() ?? ""
        switch path {
        case "/reset": connection.resetOnClose()
        case "/reset-body":
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")
            connection.pause(0.1)
            connection.resetOnClose()
        case "/stalled-head": connection.readToEnd()
        case "/stalled-body":
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")
            connection.readToEnd()
        case "/gzip":
            let body: [UInt8] = [
                0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 7, 0, 0x86, 0xA6, 0x10, 0x36, 5, 0, 0,
                0,
            ]
            connection.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(body.count)\r\n\r\n")
            connection.write(body)
        default: connection.write(answers[path] ?? "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
        }
    }

    static let answers = [
        "/truncated": "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc",
        "/truncated-chunk": "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n10\r\nabc",
        "/no-last-chunk": "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        "/empty": "",
        "/half-head": "HTTP/1.1 200 OK\r\nContent-Le",
        "/not-http": "SSH-2.0-OpenSSH_9.6\r\n\r\n",
        "/until-close": "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello",
        "/trailers": "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nX-Sum: 1\r\n\r\n",
        "/continue": "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
        "/early-hints":
            "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
        "/unauthorized":
            "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 2\r\n\r\nno",
        "/cookie": "HTTP/1.1 200 OK\r\nSet-Cookie: a=1; Path=/\r\nContent-Length: 0\r\n\r\n",
    ]
}
