import Foundation

#if canImport(Glibc)
    import Glibc

    private let streamSocket = Int32(SOCK_STREAM.rawValue)
    private let noSignal = Int32(MSG_NOSIGNAL)
#else
    private let streamSocket = SOCK_STREAM
    private let noSignal: Int32 = 0
#endif

/// A server that answers with bytes of its own choosing: for what no real server would send. One thread, one connection
/// at a time; the answer follows from the request's path.
final class FaultServer: Sendable {
    let port: UInt16
    private let listener: Int32

    init() throws {
        let (listener, port) = try Self.openListener()
        self.listener = listener
        self.port = port
        Thread.detachNewThread { Self.serve(listener) }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// A port that nobody listens at.
    static func refusedPort() throws -> UInt16 {
        let (listener, port) = try openListener()
        close(listener)
        return port
    }

    private struct Failed: Error {}

    private static func openListener() throws -> (Int32, UInt16) {
        let listener = socket(AF_INET, streamSocket, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) == 0 && listen(listener, 128) == 0
                    && getsockname(listener, address, &length) == 0
            }
        }
        guard isBound else { throw Failed() }
        return (listener, UInt16(bigEndian: address.sin_port))
    }

    private static func serve(_ listener: Int32) {
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { return }
            Thread.detachNewThread {
                answer(connection)
                close(connection)
            }
        }
    }

    private static func answer(_ connection: Int32) {
        let path = requestPath(connection)
        switch path {
        case "/reset":
            var linger = linger(l_onoff: 1, l_linger: 0)
            setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        case "/stalled-head": waitForClose(connection)
        case "/stalled-body":
            write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")
            waitForClose(connection)
        case "/gzip":
            let body: [UInt8] = [
                0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 7, 0, 0x86, 0xA6, 0x10, 0x36, 5, 0, 0,
                0,
            ]
            write(connection, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(body.count)\r\n\r\n")
            _ = body.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, noSignal) }
        default: write(connection, answers[path] ?? "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
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
        "/unauthorized":
            "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 2\r\n\r\nno",
        "/cookie": "HTTP/1.1 200 OK\r\nSet-Cookie: a=1; Path=/\r\nContent-Length: 0\r\n\r\n",
    ]

    private static func write(_ connection: Int32, _ text: String) {
        _ = Array(text.utf8).withUnsafeBytes {
            send(connection, $0.baseAddress, $0.count, noSignal)
        }
    }

    private static func waitForClose(_ connection: Int32) {
        var byte: UInt8 = 0
        while recv(connection, &byte, 1, 0) > 0 {}
    }

    /// Reads to the end of the head.
    private static func requestPath(_ connection: Int32) -> String {
        var head: [UInt8] = []
        var byte: UInt8 = 0
        while !head.suffix(4).elementsEqual([13, 10, 13, 10]), head.count < 65_536, recv(connection, &byte, 1, 0) == 1 {
            head.append(byte)
            // A TLS handshake: any real server without TLS answers with an error of its own.
            if head == [0x16] { return "/no-tls-here" }
        }
        let words = String(decoding: head, as: UTF8.self).split(separator: " ", maxSplits: 2)
        return words.count > 1 ? String(words[1]) : ""
    }
}
