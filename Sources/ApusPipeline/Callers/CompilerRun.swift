import ApusPlatform

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One run of the Swift compiler that `PATH` has.
enum CompilerRun {
    /// - Parameters:
    ///   - arguments: Those of `swiftc`.
    ///   - log: A file to create, for what the compiler prints.
    /// - Returns: What the compiler prints on both streams; its exit code is not needed, because errors are printed.
    /// - Throws: ``ComparisonProblem`` where there is no compiler.
    static func run(_ arguments: [String], log: String) throws(ComparisonProblem) -> String {
        var actions = noActions()
        guard posix_spawn_file_actions_init(&actions) == 0 else { throw ComparisonProblem("cannot start swiftc") }
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        let environment = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
        var process: pid_t = 0
        let code = withPointers(to: ["swiftc"] + arguments) { words in
            withPointers(to: environment) { variables in
                posix_spawnp(&process, "swiftc", &actions, nil, words, variables)
            }
        }
        guard code == 0 else {
            throw ComparisonProblem(
                "cannot start swiftc: \(FileFault.describe(code)); --callers needs a Swift toolchain")
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let bytes = FileManager.default.contents(atPath: log) ?? Data()
        return String(decoding: bytes, as: UTF8.self)
    }

    #if canImport(Darwin)
        private static func noActions() -> posix_spawn_file_actions_t? { nil }
    #else
        private static func noActions() -> posix_spawn_file_actions_t { posix_spawn_file_actions_t() }
    #endif

    /// The texts as a list of C, with nil at its end.
    private static func withPointers<Result>(
        to texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }
}
