import ApusPipeline
import ApusPlatform
import ArgumentParser

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A command that is an executable of its own, `apus-call` or `apus-mock`, so that the tool has none of its dependencies.
enum Companion: String {
    case call, mock

    private var file: String { "apus-" + rawValue }

    /// Replaces this process by the executable, which thereby has the terminal, the signals and the exit status.
    ///
    /// - Throws: `ExitCode.usage` after saying how to build it, where there is none.
    func handOver(_ words: [String]) throws -> Never {
        guard let path = find() else {
            Console.complain(
                "`apus \(rawValue)` is the executable \(file), which is neither beside apus nor on PATH; "
                    + "`make \(rawValue)` in a checkout of Apus builds it and puts it there")
            throw ExitCode.usage
        }
        var arguments = ([path] + words).map { strdup($0) }
        arguments.append(nil)
        execv(path, arguments)
        Console.complain("\(path) cannot be run: \(String(cString: strerror(errno)))")
        throw ExitCode.usage
    }

    /// Beside the tool, else in the folders of PATH. A relative one is the working folder's, where a checkout could have put a file.
    private func find() -> String? {
        let own = OwnFile.path().map { URL(filePath: $0).resolvingSymlinksInPath().deletingLastPathComponent() }
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").utf8.split(separator: UInt8(ascii: ":"))
            .map { String(decoding: $0, as: UTF8.self) }.filter { $0.utf8.first == UInt8(ascii: "/") }
        let all = (own.map { [$0.path(percentEncoded: false)] } ?? []) + folders
        return all.map { ($0.hasSuffix("/") ? $0 : $0 + "/") + file }.first { access($0, X_OK) == 0 }
    }
}
