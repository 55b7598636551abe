import ApusRuntime
import Foundation
import Testing

/// A whole GiB in little memory, server included. Memory belongs to the process, so nothing else may run beside it:
/// `make transfer` asks for these alone.
@Suite(.serialized, .enabled(if: TransferSize.bytes > 0), .timeLimit(.minutes(10))) struct MemoryTests {
    private static let limit = 64 << 20

    @Test(arguments: TransportKind.allCases) func downloads(_ kind: TransportKind) async throws {
        try await EchoServer.run { port in
            let memory = Memory()
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

    @Test(arguments: TransportKind.allCases) func uploads(_ kind: TransportKind) async throws {
        try await EchoServer.run { port in
            let memory = Memory()
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

    /// How far the process has grown since, looked at every hundredth time.
    private final class Memory: Sendable {
        private let start = Memory.resident()
        private let state = Lock((peak: 0, looks: 0))

        var growth: Int { state.withLock { $0.peak } - start }

        func look() {
            state.withLock { state in
                state.looks += 1
                if state.looks % 100 == 1 { state.peak = max(state.peak, Self.resident()) }
            }
        }

        /// In bytes.
        private static func resident() -> Int {
            #if os(Linux)
                let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
                return text.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 4_096 } ?? 0
            #else
                var info = mach_task_basic_info()
                let size = MemoryLayout<mach_task_basic_info>.size / MemoryLayout<natural_t>.size
                var count = mach_msg_type_number_t(size)
                let result = withUnsafeMutablePointer(to: &info) { pointer in
                    pointer.withMemoryRebound(to: integer_t.self, capacity: size) {
                        task_info(mach_task_self_, task_flavor_t(MACH_TASK_BASIC_INFO), $0, &count)
                    }
                }
                return result == KERN_SUCCESS ? Int(info.resident_size) : 0
            #endif
        }
    }
}

/// `APUS_TRANSFER_MIB`
private enum TransferSize {
    static let bytes = (ProcessInfo.processInfo.environment["APUS_TRANSFER_MIB"].flatMap { Int($0) } ?? 0) << 20
}
