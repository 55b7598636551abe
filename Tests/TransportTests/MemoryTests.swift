import ApusRuntime
import Foundation
import TestServers
import Testing

/// A GiB in little memory, including the server. Memory belongs to the process, so nothing else may run at the same
/// time: `make transfer` runs only these.
@Suite(.serialized, .enabled(if: TransferSize.bytes > 0), .timeLimit(.minutes(10))) struct MemoryTests {
    private static let limit = 64 << 20

    @Test(arguments: TransportKind.allCases) func downloads(_ kind: TransportKind) async throws {
        try await EchoServer.run { port in
            let memory = MemoryWatch()
            let response = try await kind.make().get(port, "/zeros/\(TransferSize.bytes)", timeout: nil)
            var count = 0
            for try await piece in response.body {
                count += piece.count
                memory.look()
            }
            #expect(count == TransferSize.bytes)
            print("\(kind.rawValue) received \(count >> 20) MiB, grew by \(memory.growth >> 20) MiB")
            #expect(memory.growth < Self.limit)
        }
    }

    /// The same from a thousandth of it.
    @Test(arguments: TransportKind.allCases) func inflates(_ kind: TransportKind) async throws {
        let bomb = try Gzip.zeros(TransferSize.bytes)
        let server = try SocketServer { connection in
            guard connection.readPath() != nil else { return }
            connection.answer(body: bomb, headers: ["Content-Encoding: gzip"])
        }
        let memory = MemoryWatch()
        let response = try await kind.make().get(server.port, "/", timeout: nil)
        var count = 0
        for try await piece in response.body {
            count += piece.count
            memory.look()
        }
        #expect(count == TransferSize.bytes)
        print("\(kind.rawValue) inflated \(count >> 20) MiB, grew by \(memory.growth >> 20) MiB")
        #expect(memory.growth < Self.limit)
    }

    @Test(arguments: TransportKind.allCases) func uploads(_ kind: TransportKind) async throws {
        try await EchoServer.run { port in
            let memory = MemoryWatch()
            let pieces = ByteStream(starting: {
                var rest = TransferSize.bytes / 65_536
                return {
                    memory.look()
                    rest -= 1
                    return rest < 0 ? nil : [UInt8](repeating: 7, count: 65_536)
                }
            })
            let request = HTTPRequest(method: .post, scheme: "http", authority: "127.0.0.1:\(port)", path: "/count")
            let response = try await kind.make().send(
                request, body: .stream(pieces, length: Int64(TransferSize.bytes)),
                options: TransportOptions(timeout: nil))
            #expect(String(decoding: try await response.body.collect(), as: UTF8.self) == "\(TransferSize.bytes)")
            print("\(kind.rawValue) sent \(TransferSize.bytes >> 20) MiB, grew by \(memory.growth >> 20) MiB")
            #expect(memory.growth < Self.limit)
        }
    }
}

/// `APUS_TRANSFER_MIB`
private enum TransferSize {
    static let bytes = (ProcessInfo.processInfo.environment["APUS_TRANSFER_MIB"].flatMap { Int($0) } ?? 0) << 20
}
