import ApusPlatform
import ApusRuntime
import Foundation

/// The growth of the process since the start, measured every sixteenth time.
final class MemoryWatch: Sendable {
    private let start = MemoryWatch.resident()
    private let state = Lock((peak: 0, looks: 0))

    var growth: Int { state.withLock { $0.peak } - start }

    func look() {
        state.withLock { state in
            state.looks += 1
            if state.looks % 16 == 1 { state.peak = max(state.peak, Self.resident()) }
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
