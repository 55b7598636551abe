#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The list of files that a build watches for a client: one path on each line. The build plugin writes it before anything was read, and
/// names it among the inputs of its command.
public enum WatchList {
    /// Adds the files that were read and are not in the list. A list that changes makes the build run its command again, so that such a
    /// file is never stale.
    ///
    /// - Throws: ``OutputProblem`` when the list cannot be read or written.
    public static func complete(_ path: String, with inputs: [String]) throws(OutputProblem) {
        do {
            let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
            let listed = Set(text.split(separator: "\n").map { RealPath(String($0)).text })
            let missing = Set(inputs.map { RealPath($0).text }).subtracting(listed)
            guard !missing.isEmpty else { return }
            let lines = text + missing.sorted().map { $0 + "\n" }.joined()
            try Data(lines.utf8).write(to: URL(filePath: path))
        } catch {
            throw OutputProblem(path: path, action: "complete", reason: FileFault.describe(error))
        }
    }
}
