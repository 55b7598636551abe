import ApusRuntime
import TestServers
import Testing

/// Slow is not stalled: progress extends the wait, and a stall ends it in time.
@Suite(.serialized, .timeLimit(.minutes(2))) struct SlowFaultTests {
    private func kind(_ call: () async throws(APIError<UndocumentedFailure>) -> Void) async -> TransportProblem.Kind? {
        do throws(APIError<UndocumentedFailure>) {
            try await call()
            return nil
        } catch {
            guard case .transport(let problem) = error.kind else { return .other }
            return problem.kind
        }
    }

    private func client(_ server: SocketServer, _ kind: TransportKind, _ timeout: Duration) -> FaultClient {
        FaultClient(port: server.port, kind.make(), middleware: [.retries(.never)], timeout: timeout)
    }

    /// A head in single bytes.
    @Test(arguments: TransportKind.allCases) func aSlowHead(_ kind: TransportKind) async throws {
        let server = try SocketServer { connection in
            guard connection.readPath() != nil else { return }
            for byte in "HTTP/1.1 200 OK\r\nX-Long: abcdefghij\r\nContent-Length: 1\r\n\r\n7".utf8 {
                connection.write([byte])
                connection.pause(0.01)
            }
            connection.readToEnd()
        }
        #expect(try await client(server, kind, .seconds(10)).fetch() == 7)
        // It arrives too late: a head is one step, however slowly its bytes arrive.
        let start = ContinuousClock.now
        #expect(
            await self.kind { () throws(APIError<UndocumentedFailure>) in
                _ = try await client(server, kind, .milliseconds(200)).fetch()
            } == .timedOut)
        #expect(ContinuousClock.now - start < .seconds(3))
    }

    /// An endless head is not kept.
    @Test(arguments: TransportKind.allCases) func anEndlessHead(_ kind: TransportKind) async throws {
        let server = try SocketServer { connection in
            guard connection.readPath() != nil else { return }
            connection.write("HTTP/1.1 200 OK\r\n")
            for number in 0..<50_000 { connection.write("X-Header-\(number): \(number) and so on, and so on\r\n") }
        }
        let found = await self.kind { () throws(APIError<UndocumentedFailure>) in
            _ = try await client(server, kind, .seconds(20)).fetch()
        }
        #expect(found == .invalidResponse || found == .closedEarly, "\(String(describing: found))")
    }

    /// A server that reads slowly: each chunk that it reads is progress, for a body of bytes and for a stream.
    @Test(arguments: TransportKind.allCases, [true, false])
    func aSlowReader(_ kind: TransportKind, _ isStreamed: Bool) async throws {
        let size = 32 << 20
        let server = try SocketServer { connection in
            // Otherwise the system accepts the end of the body long before it is read.
            connection.keepLittle()
            guard connection.readHead() != nil else { return }
            for _ in 0..<32 {
                connection.pause(0.07)
                connection.read(size / 32)
            }
            connection.answer(body: "")
        }
        let bytes = [UInt8](repeating: 7, count: size)
        let body = isStreamed ? APIBody.stream(ByteStream(bytes), length: Int64(size)) : .bytes(bytes)
        let found = await self.kind { () throws(APIError<UndocumentedFailure>) in
            try await client(server, kind, .milliseconds(1_800)).send(Send(body: body))
        }
        #expect(found == nil, "it took longer than the timeout in all, but never stalled")
    }

    /// On Linux `URLSession` cannot be suspended: data for a slow reader waits on disk, in order and with little
    /// memory.
    @Test(arguments: TransportKind.allCases) func aSlowConsumer(_ kind: TransportKind) async throws {
        let size = 128 << 20
        let server = try SocketServer { connection in
            guard connection.readPath() != nil else { return }
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(size)\r\n\r\n")
            for number in 0..<(size / 65_536) {
                connection.write([UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 65_536))
            }
            connection.readToEnd()
        }
        let response = try await kind.make().get(server.port, "/", timeout: nil)
        let memory = MemoryWatch()
        var count = 0
        var isInOrder = true
        for try await piece in response.body {
            isInOrder = isInOrder && piece.first == UInt8(truncatingIfNeeded: count / 65_536)
            count += piece.count
            isInOrder = isInOrder && piece.last == UInt8(truncatingIfNeeded: (count - 1) / 65_536)
            if (count - piece.count) >> 26 != count >> 26 { try await Task.sleep(for: .milliseconds(300)) }
            memory.look()
        }
        #expect(count == size && isInOrder)
        #expect(memory.growth < 64 << 20, "\(memory.growth >> 20) MiB")
    }
}
