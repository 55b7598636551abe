import Foundation

/// Resources of a process that outlive a call: descriptors, and files in the folder for temporary ones.
struct OpenFiles {
    /// Number → target: `socket:[4711]`, `anon_inode:[eventpoll]`, a path. nil where the system does not list them.
    let descriptors: [Int: String]?
    /// Names of the transports' own files.
    let temporary: Set<String>

    static func look() -> OpenFiles {
        let folder = FileManager.default.temporaryDirectory.path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let bodies = names.filter { $0.hasPrefix("apus-") && ($0.hasSuffix(".body") || $0.hasSuffix(".part")) }
        return OpenFiles(descriptors: listDescriptors(), temporary: Set(bodies))
    }

    private static func listDescriptors() -> [Int: String]? {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") else { return nil }
        var found: [Int: String] = [:]
        for number in names.compactMap({ Int($0) }) {
            // The one that the listing itself was read from is closed by now.
            if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(number)") {
                found[number] = target
            }
        }
        return found
    }

    /// Waits until nothing new since `self` remains, or for half a minute: connections are closed on their own threads,
    /// and the other end later.
    ///
    /// - Returns: The remaining resources, for the message.
    func leftovers() async throws -> [String] {
        var left: [String] = []
        for _ in 0..<300 {
            let now = Self.look()
            left = now.temporary.subtracting(temporary).sorted()
            if let before = descriptors, let after = now.descriptors, after.count > before.count {
                left += after.filter { before[$0.key] != $0.value }.map { "\($0.key) → \($0.value)" }.sorted()
            }
            if left.isEmpty { break }
            try await Task.sleep(for: .milliseconds(100))
        }
        return left
    }
}
