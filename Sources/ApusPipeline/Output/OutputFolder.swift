import ApusEmission

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A folder that generated files go to. Writes only what changed, atomically; removes what it wrote before and no longer writes,
/// and never a file that it did not write.
struct OutputFolder {
    let path: String

    /// What a write would do, or did.
    struct Changes: Equatable, Sendable {
        /// In the order of the output; paths inside the folder.
        var written: [String] = []
        var removed: [String] = []
        /// Files that Apus wrote, somebody edited since, and that are no longer generated: left where they are.
        var kept: [String] = []
        var unchanged = 0

        var isEmpty: Bool { written.isEmpty && removed.isEmpty }
    }

    /// - Throws: ``OutputProblem`` naming the file that could not be read or written.
    func compare(with files: [GeneratedFile]) throws(OutputProblem) -> Changes {
        var changes = Changes()
        for file in files {
            if try read(checked(file.path)) == Array(file.contents.utf8) {
                changes.unchanged += 1
            } else {
                changes.written.append(file.path)
            }
        }
        let current = Set(files.map(\.path))
        for (stale, digest) in try readManifest().files.sorted(by: { $0.key < $1.key })
        where !current.contains(stale) {
            guard let bytes = try read(stale) else { continue }
            if OutputManifest.digest(of: bytes) == digest {
                changes.removed.append(stale)
            } else {
                changes.kept.append(stale)
            }
        }
        return changes
    }

    /// - Throws: ``OutputProblem`` naming the file that could not be read, written or removed.
    func write(_ files: [GeneratedFile]) throws(OutputProblem) -> Changes {
        let changes = try compare(with: files)
        for stale in changes.removed { try remove(stale) }
        // Where case does not count, removing `pet.swift` has removed an unchanged `Pet.swift` with it.
        let gone = Set(changes.removed.map { $0.lowercased() })
        let due = Set(changes.written)
        for file in files where due.contains(file.path) || gone.contains(file.path.lowercased()) {
            try write(Array(file.contents.utf8), to: file.path)
        }
        var manifest = OutputManifest()
        for file in files { manifest.files[file.path] = OutputManifest.digest(of: file.contents.utf8) }
        let text = Array(manifest.text.utf8)
        if try read(OutputManifest.fileName) != text { try write(text, to: OutputManifest.fileName) }
        return changes
    }

    /// The bytes of a file in the folder; nil where there is none.
    func read(_ name: String) throws(OutputProblem) -> [UInt8]? {
        let place = path + "/" + name
        guard FileManager.default.fileExists(atPath: place) else { return nil }
        guard let data = FileManager.default.contents(atPath: place) else {
            throw OutputProblem(path: place, action: "read")
        }
        return Array(data)
    }

    private func readManifest() throws(OutputProblem) -> OutputManifest {
        guard let bytes = try read(OutputManifest.fileName) else { return OutputManifest() }
        return OutputManifest(text: String(decoding: bytes, as: UTF8.self))
    }

    private func checked(_ name: String) throws(OutputProblem) -> String {
        guard let safe = SafePath.check(name[...]) else {
            throw OutputProblem(path: name, action: "place inside the output folder")
        }
        return safe
    }

    private func write(_ bytes: [UInt8], to name: String) throws(OutputProblem) {
        let place = path + "/" + name
        do {
            let parent = place.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            try Data(bytes).write(to: URL(filePath: place), options: .atomic)
        } catch {
            throw OutputProblem(path: place, action: "write", reason: FileFault.describe(error))
        }
    }

    /// Also removes folders that this leaves empty, up to the output folder itself.
    private func remove(_ name: String) throws(OutputProblem) {
        do {
            try FileManager.default.removeItem(atPath: path + "/" + name)
        } catch {
            throw OutputProblem(path: path + "/" + name, action: "remove", reason: FileFault.describe(error))
        }
        var parts = name.split(separator: "/").dropLast()
        while !parts.isEmpty {
            let folder = path + "/" + parts.joined(separator: "/")
            guard (try? FileManager.default.contentsOfDirectory(atPath: folder))?.isEmpty == true else { return }
            try? FileManager.default.removeItem(atPath: folder)
            parts = parts.dropLast()
        }
    }
}

/// A file of the output could not be read, written, removed or placed.
public struct OutputProblem: Error, Hashable, Sendable, CustomStringConvertible {
    public let path: String
    public let action: String
    public var reason: String?

    public var description: String {
        "cannot \(action) \(path)" + (reason.map { ": " + $0 } ?? "")
    }
}
