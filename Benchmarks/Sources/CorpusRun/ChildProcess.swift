import Foundation

/// A finished program run, with its cost.
struct ChildProcess: Sendable {
    enum End: Equatable, Sendable {
        case exited(Int32)
        case signalled(Int32)
        case timedOut
    }

    let end: End
    /// Standard output and standard error.
    let output: String
    let errors: String
    /// User and system time, including children.
    let cpu: Duration
    let wall: Duration
    /// The peak memory of the largest of it and its children.
    let peakMebibytes: Int

    struct SpawnError: Error, CustomStringConvertible {
        let program: String
        let code: Int32
        var description: String { "cannot run \(program): \(String(cString: strerror(code)))" }
    }

    /// - Parameter logs: A path without an extension; the program's output is stored there as `.out` and `.err`.
    static func run(_ program: String, _ arguments: [String], timeout: Duration, logs: String) async throws
        -> ChildProcess
    {
        let start = ContinuousClock.now
        let process = try spawn(program, arguments, logs: logs)
        var status: Int32 = 0
        var usage = rusage()
        var isLate = false
        while wait4(process, &status, WNOHANG, &usage) == 0 {
            if ContinuousClock.now - start > timeout, !isLate {
                isLate = true
                kill(-process, SIGKILL)
            }
            try? await Task.sleep(for: .milliseconds(2))
        }
        let signal = status & 0x7F
        return ChildProcess(
            end: isLate ? .timedOut : signal != 0 ? .signalled(signal) : .exited((status >> 8) & 0xFF),
            output: read(logs + ".out"), errors: read(logs + ".err"),
            cpu: usage.ru_utime.duration + usage.ru_stime.duration,
            wall: ContinuousClock.now - start, peakMebibytes: Int(usage.ru_maxrss) / mebibyte)
    }

    /// In a separate process group, so that a run beyond its time limit ends with all its children.
    private static func spawn(_ program: String, _ arguments: [String], logs: String) throws -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, logs + ".out", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_addopen(&actions, 2, logs + ".err", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        posix_spawnattr_setpgroup(&attributes, 0)
        var process: pid_t = 0
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        words.append(nil)
        let code = posix_spawnp(&process, program, &actions, &attributes, words, environ)
        if code != 0 { throw SpawnError(program: program, code: code) }
        return process
    }

    private static func read(_ path: String) -> String {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    #if canImport(Darwin)
        private static let mebibyte = 1_048_576
    #else
        /// Linux counts in kibibytes.
        private static let mebibyte = 1_024
    #endif
}

extension timeval {
    fileprivate var duration: Duration { .seconds(tv_sec) + .microseconds(tv_usec) }
}

extension Duration {
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
