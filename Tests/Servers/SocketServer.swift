import ApusPlatform
import Foundation

#if canImport(Glibc)
    private let streamSocket = Int32(SOCK_STREAM.rawValue)
    private let noSignal = Int32(MSG_NOSIGNAL)
#else
    private let streamSocket = SOCK_STREAM
    private let noSignal: Int32 = 0
#endif

/// A listener on loopback that returns raw connections, each on its own thread: for responses that no real server would
/// send.
public final class SocketServer: Sendable {
    public let port: UInt16
    private let listener: Int32
    private let isOver = Lock(false)

    /// - Parameter serve: Runs for each connection, which is closed afterwards.
    public init(_ serve: @escaping @Sendable (SocketConnection) -> Void) throws {
        let (listener, port) = try Self.openListener()
        self.listener = listener
        self.port = port
        Thread.detachNewThread { [isOver] in
            // Only this thread closes the listener: its number may be another server's as soon as it is closed.
            defer { close(listener) }
            while true {
                let descriptor = accept(listener, nil, nil)
                guard descriptor >= 0 else { return }
                if isOver.withLock({ $0 }) {
                    close(descriptor)
                    return
                }
                Thread.detachNewThread {
                    serve(SocketConnection(descriptor: descriptor))
                    close(descriptor)
                }
            }
        }
    }

    /// Wakes the thread that waits for connections: on Linux by the first line, elsewhere by a last connection.
    deinit {
        isOver.withLock { $0 = true }
        shutdown(listener, Int32(SHUT_RDWR))
        let visitor = socket(AF_INET, streamSocket, 0)
        var address = Self.loopback(port)
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                connect(visitor, address, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        close(visitor)
    }

    /// A port without a listener.
    public static func refusedPort() throws -> UInt16 {
        let (listener, port) = try openListener()
        close(listener)
        return port
    }

    /// An address without a listener.
    public static func refusedURL() throws -> String {
        "http://127.0.0.1:\(try refusedPort())"
    }

    private static func loopback(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = port.bigEndian
        return address
    }

    private struct Failed: Error {}

    private static func openListener() throws -> (Int32, UInt16) {
        let listener = socket(AF_INET, streamSocket, 0)
        var address = loopback(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) == 0 && listen(listener, 512) == 0
                    && getsockname(listener, address, &length) == 0
            }
        }
        guard isBound else { throw Failed() }
        return (listener, UInt16(bigEndian: address.sin_port))
    }
}

/// One connection, blocking.
public struct SocketConnection {
    public let descriptor: Int32

    public func write(_ text: String) {
        write(Array(text.utf8))
    }

    public func write(_ bytes: [UInt8]) {
        _ = bytes.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, noSignal) }
    }

    /// A complete response that keeps the connection open.
    public func answer(_ status: String = "200 OK", body: String, headers: [String] = []) {
        answer(status, body: Array(body.utf8), headers: headers)
    }

    public func answer(_ status: String = "200 OK", body: [UInt8], headers: [String] = []) {
        let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.count)"] + headers + ["", ""]
        write(Array(lines.joined(separator: "\r\n").utf8) + body)
    }

    /// Everything up to the empty line; nil when the other side has closed. A TLS handshake gives its first byte.
    public func readHead() -> String? {
        var head: [UInt8] = []
        var byte: UInt8 = 0
        while !head.suffix(4).elementsEqual([13, 10, 13, 10]), head.count < 65_536 {
            guard recv(descriptor, &byte, 1, 0) == 1 else { return head.isEmpty ? nil : text(head) }
            head.append(byte)
            if head == [0x16] { break }
        }
        return text(head)
    }

    /// The target of the next request; nil when the other side has closed.
    public func readPath() -> String? {
        readHead().map { head in
            let words = head.split(separator: " ", maxSplits: 2)
            return words.count > 1 ? String(words[1]) : ""
        }
    }

    /// Reads this number of bytes, or up to the end of the connection.
    public func read(_ count: Int) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var rest = count
        while rest > 0 {
            let received = recv(descriptor, &buffer, min(rest, buffer.count), 0)
            if received <= 0 { return }
            rest -= received
        }
    }

    public func readToEnd() {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while recv(descriptor, &buffer, buffer.count, 0) > 0 {}
    }

    public func pause(_ seconds: Double) {
        Thread.sleep(forTimeInterval: seconds)
    }

    /// Unread data stays in the system's buffers, so that the sender cannot continue.
    public func holdWithoutReading(_ seconds: Double) {
        Thread.sleep(forTimeInterval: seconds)
    }

    /// Limits the system's receive buffer.
    public func keepLittle() {
        var size: Int32 = 1 << 17
        setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout.size(ofValue: size)))
    }

    /// Closing now sends RST.
    public func resetOnClose() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
    }

    private func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}
