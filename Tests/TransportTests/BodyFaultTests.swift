import ApusRuntime
import TestServers
import Testing

/// A body of 2 KB, cut at every byte and with a bit turned over in every byte, over the wire.
@Suite(.timeLimit(.minutes(5))) struct BodyFaultTests {
    private static let body: [UInt8] = {
        let items = (0..<28).map { number in
            #"{"id": \#(number), "name": "Grüße \#(number)", "flag": true, "none": null, "n": [1.5e3, -0]}"#
        }
        return Array("[\(items.joined(separator: ","))]".utf8)
    }()

    /// `/cut7` and `/flip7`.
    private static func serve(_ connection: SocketConnection) {
        while let path = connection.readPath() {
            var body = Self.body
            if path.hasPrefix("/cut"), let index = Int(path.dropFirst(4)) { body.removeSubrange(index...) }
            if path.hasPrefix("/flip"), let index = Int(path.dropFirst(5)) { body[index] ^= 1 << UInt8(index % 8) }
            connection.answer(body: body)
        }
    }

    @Test(arguments: TransportKind.allCases) func everyCutIsTold(_ kind: TransportKind) async throws {
        let server = try SocketServer { Self.serve($0) }
        let client = FaultClient(port: server.port, kind.make())
        #expect(Self.body.count > 2_000)
        #expect(try await client.fetch().array?.count == 28)
        // An empty body is not a truncated one: where null is allowed it is null, and strict reading reports it.
        #expect(try await client.fetch("cut0") == .null)
        await #expect(throws: APIError<UndocumentedFailure>.self) {
            try await client.fetch("cut0", CallOptions(checks: .responses))
        }
        let wrong = await findWrong(1..<Self.body.count) { index in
            do throws(APIError<UndocumentedFailure>) {
                _ = try await client.fetch("cut\(index)")
                return "cut \(index) was taken for whole"
            } catch {
                guard case .decoding(let problem) = error.kind, problem.offset <= index else {
                    return "cut \(index): \(error)"
                }
                return nil
            }
        }
        #expect(wrong == [])
    }

    /// Some flipped bits leave valid JSON; other bodies are reported with a location, at or after the previous byte.
    @Test(arguments: TransportKind.allCases) func noFlipDoesHarm(_ kind: TransportKind) async throws {
        let server = try SocketServer { Self.serve($0) }
        let client = FaultClient(port: server.port, kind.make())
        let wrong = await findWrong(0..<Self.body.count) { index in
            do throws(APIError<UndocumentedFailure>) {
                _ = try await client.fetch("flip\(index)")
                return nil
            } catch {
                guard case .decoding(let problem) = error.kind, problem.offset >= 0 else {
                    return "flip \(index): \(error)"
                }
                return nil
            }
        }
        #expect(wrong == [])
    }

    private func findWrong(_ indices: Range<Int>, _ check: @escaping @Sendable (Int) async -> String?) async -> [String]
    {
        await withTaskGroup(of: [String].self) { group in
            for lane in 0..<8 {
                group.addTask {
                    var wrong: [String] = []
                    for index in stride(from: indices.lowerBound + lane, to: indices.upperBound, by: 8) {
                        if let text = await check(index) { wrong.append(text) }
                    }
                    return wrong
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
    }
}
