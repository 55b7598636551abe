import ApusPlatform
import ApusRuntime
import Foundation
import TestServers
import Testing

/// Files as bodies: sent in chunks, with progress, sent again for repetitions, and saved from responses.
@Suite(.timeLimit(.minutes(1))) struct FileBodyTests {
    private static let size = 3 << 20

    private func withFile(_ body: (_ path: String) async throws -> Void) async throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("apus-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: url) }
        try Data((0..<Self.size).map { UInt8(truncatingIfNeeded: $0 / 251) }).write(to: url)
        try await body(url.path)
    }

    @Test(arguments: TransportKind.allCases) func anUploadTellsItsProgress(_ kind: TransportKind) async throws {
        try await withFile { path in
            try await EchoServer.run { port in
                let reports = Lock<[Int64]>([])
                let body = try APIBody.file(path).reporting { sent in reports.withLock { $0.append(sent) } }
                #expect(body.length == Int64(Self.size))
                let request = HTTPRequest(method: .post, scheme: "http", authority: "127.0.0.1:\(port)", path: "/count")
                let response = try await kind.make().send(request, body: body, options: .standard)
                #expect(String(decoding: try await response.body.collect(), as: UTF8.self) == "\(Self.size)")
                let all = reports.withLock { $0 }
                #expect(all.count > 10 && all.last == Int64(Self.size))
                #expect(zip(all, all.dropFirst()).allSatisfy { $0 < $1 })
            }
        }
    }

    /// A file can be read again, so a refused upload is sent again as a whole, and progress restarts.
    @Test(arguments: TransportKind.allCases) func aRefusedFileIsSentAgain(_ kind: TransportKind) async throws {
        try await withFile { path in
            let requests = Tally()
            let server = try SocketServer { connection in
                guard let head = connection.readHead() else { return }
                #expect(head.lowercased().contains("content-length: \(Self.size)"))
                connection.read(Self.size)
                connection.answer(
                    requests.add() == 1 ? "503 Service Unavailable" : "200 OK", body: "", headers: ["Connection: close"]
                )
            }
            let reports = Lock<[Int64]>([])
            let body = try APIBody.file(path).reporting { sent in reports.withLock { $0.append(sent) } }
            try await FaultClient(port: server.port, kind.make()).send(Send(body: body))
            #expect(requests.count == 2)
            let all = reports.withLock { $0 }
            #expect(all.filter { $0 == Int64(Self.size) }.count == 2)
        }
    }

    /// A file that is missing when it is to be sent fails the call with its path.
    @Test(arguments: TransportKind.allCases) func aFileThatIsGoneIsTold(_ kind: TransportKind) async throws {
        try await withFile { path in
            let server = try SocketServer { connection in
                guard connection.readHead() != nil else { return }
                connection.readToEnd()
            }
            let body = try APIBody.file(path)
            try FileManager.default.removeItem(atPath: path)
            do throws(APIError<UndocumentedFailure>) {
                try await FaultClient(port: server.port, kind.make()).send(Send(body: body))
                Issue.record("there is no file")
            } catch {
                guard case .transport(let problem) = error.kind else {
                    Issue.record("\(error.kind)")
                    return
                }
                #expect(problem.kind == .requestBody, "\(problem)")
                #expect((problem.underlying as? FileProblem)?.path == path, "\(String(describing: problem.underlying))")
            }
        }
    }

    /// The connection closes in the middle of a response: the older file is unchanged, and no part of the new one
    /// remains.
    @Test(arguments: TransportKind.allCases) func aDownloadThatBreaksOffLeavesWhatWasThere(
        _ kind: TransportKind
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("apus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("copy").path
        try Data("older".utf8).write(to: URL(filePath: path))
        let server = try SocketServer { connection in
            guard connection.readHead() != nil else { return }
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nhalf of it")
        }
        let request = HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/")
        let response = try await kind.make().send(request, body: .none, options: .standard)
        await #expect(throws: TransportProblem.self) { try await response.body.save(to: path, replacing: true) }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "older")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["copy"])
    }
}
