import ApusPlatform
import ApusRuntime
import Foundation
import NIOCore
import NIOPosix
import TestServers
import Testing

/// Bodies larger than their memory: a sender does not get far ahead of its reader.
@Suite(.serialized, .timeLimit(.minutes(2))) struct TransferTests {
    /// The capacity of the system's and the transport's buffers together.
    private static let slack = 24 << 20
    private static let size = 64 << 20

    @Test(arguments: TransportKind.allCases) func aDownloadWaitsForItsReader(_ kind: TransportKind) async throws {
        #if os(Linux)
            if kind == .urlSession {
                return print("skipped: on Linux URLSession keeps what nobody has read yet in memory")
            }
        #endif
        let sent = Tally()
        let server = try SocketServer { connection in
            guard connection.readHead() != nil else { return }
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(Self.size)\r\n\r\n")
            let piece = [UInt8](repeating: 7, count: 65_536)
            for _ in 0..<(Self.size / piece.count) {
                connection.write(piece)
                sent.add()
            }
            connection.readToEnd()
        }
        let response = try await kind.make().get(server.port, "/", timeout: nil)
        var count = 0
        var isFirst = true
        for try await piece in response.body {
            count += piece.count
            if isFirst {
                try await Task.sleep(for: .seconds(1))
                #expect(sent.count * 65_536 < Self.slack, "\(sent.count * 65_536 >> 20) MiB are on their way")
            }
            isFirst = false
        }
        #expect(count == Self.size)
    }

    @Test(arguments: TransportKind.allCases) func anUploadWaitsForItsReader(_ kind: TransportKind) async throws {
        if kind == .urlSession {
            return print("skipped: URLSession sends from a file, which takes all there is at once")
        }
        let asked = Tally()
        let taken = Lock(0)
        let server = try SocketServer { connection in
            guard connection.readHead() != nil else { return }
            connection.holdWithoutReading(1)
            taken.withLock { $0 = asked.count * 65_536 }
            connection.read(Self.size)
            connection.answer(body: "done")
        }
        let pieces = ByteStream(starting: {
            var rest = Self.size / 65_536
            return {
                rest -= 1
                if rest >= 0 { asked.add() }
                return rest < 0 ? nil : [UInt8](repeating: 7, count: 65_536)
            }
        })
        let request = HTTPRequest(method: .put, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/")
        let response = try await kind.make().send(
            request, body: .stream(pieces, length: Int64(Self.size)), options: TransportOptions(timeout: nil))
        #expect(String(decoding: try await response.body.collect(), as: UTF8.self) == "done")
        let early = taken.withLock { $0 }
        #expect(early > 0 && early < Self.slack, "\(early >> 20) MiB were asked for")
        #expect(asked.count * 65_536 == Self.size)
    }

    /// Progress measures sending: without a reader, most of the body is not reported, wherever it waits.
    @Test(arguments: TransportKind.allCases, [true, false])
    func progressIsThatOfSending(_ kind: TransportKind, _ isStreamed: Bool) async throws {
        let told = Lock<[Int64]>([])
        let early = Lock<Int64?>(nil)
        let server = try SocketServer { connection in
            connection.keepLittle()
            guard connection.readHead() != nil else { return }
            connection.holdWithoutReading(2)
            early.withLock { $0 = told.withLock { $0.last } ?? 0 }
            connection.read(Self.size)
            connection.answer(body: "done")
        }
        let size = Int64(Self.size)
        let plain: APIBody =
            isStreamed
            ? .stream(ConformanceTests.pieces(Self.size / 65_536), length: size)
            : .bytes([UInt8](repeating: 7, count: Self.size))
        let body = plain.reporting { sent in told.withLock { $0.append(sent) } }
        let request = HTTPRequest(method: .put, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/")
        let response = try await kind.make().send(request, body: body, options: TransportOptions(timeout: nil))
        #expect(String(decoding: try await response.body.collect(), as: UTF8.self) == "done")
        let before = try #require(early.withLock { $0 })
        #expect(before < Self.slack, "\(before >> 20) MiB were told of and not sent")
        let all = told.withLock { $0 }
        #expect(all.count > 10 && all.last == size)
        #expect(zip(all, all.dropFirst()).allSatisfy { $0 < $1 })
    }

    #if os(Linux)
        /// The connection's event loop tells async-http-client to wait; while the loop is busy, nothing does, and a
        /// file would be read into its queue at disk speed.
        @Test func anUploadWaitsForABusyLoop() async throws {
            let asked = Tally()
            let server = try SocketServer { connection in
                guard connection.readHead() != nil else { return }
                connection.read(Self.size)
                connection.answer(body: "done")
            }
            let during = Lock<[Int]>([])
            let pieces = ByteStream(starting: {
                var rest = Self.size / 65_536
                return {
                    rest -= 1
                    guard rest >= 0 else { return nil }
                    if asked.add() == 64 { Self.keepLoopsBusy(asked, during) }
                    return [UInt8](repeating: 7, count: 65_536)
                }
            })
            let request = HTTPRequest(method: .put, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/")
            let response = try await TransportKind.asyncHTTPClient.make().send(
                request, body: .stream(pieces, length: Int64(Self.size)), options: TransportOptions(timeout: nil))
            #expect(String(decoding: try await response.body.collect(), as: UTF8.self) == "done")
            let counts = during.withLock { $0 }
            #expect(
                !counts.isEmpty && counts.allSatisfy { $0 < 64 }, "\(counts) pieces of 64 KiB were asked for meanwhile")
        }

        /// Each loop reports how many chunks were requested while it slept.
        private static func keepLoopsBusy(_ asked: Tally, _ during: Lock<[Int]>) {
            for loop in MultiThreadedEventLoopGroup.singleton.makeIterator() {
                loop.execute {
                    let before = asked.count
                    Thread.sleep(forTimeInterval: 0.5)
                    during.withLock { $0.append(asked.count - before) }
                }
            }
        }
    #endif
}
