import ApusEmission

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A folder that generated files go to. Writes only what changed, atomically, and only where nothing is or what Apus wrote still is as
/// written; removes what it wrote before and no longer writes. Everything is looked at before the first file is written.
struct OutputFolder {
    let path: String
    /// Replaces files that are not Apus's own, or not as it wrote them.
    let isForced: Bool

    init(path: String, isForced: Bool = false) {
        self.path = path.isEmpty ? "." : path
        self.isForced = isForced
    }

    /// - Throws: ``OutputProblem`` naming the file that could not be read, or where none can be.
    func compare(with files: [GeneratedFile]) throws(OutputProblem) -> Changes {
        var comparison = try OutputComparison(self)
        for file in files { try comparison.add(file) }
        try comparison.findStale(besides: Set(files.map(\.path)))
        return comparison.changes
    }

    /// - Throws: ``OutputProblem`` naming the files that are not overwritten, or the one that could not be read, written or removed.
    func write(_ files: [GeneratedFile]) throws(OutputProblem) -> Changes {
        let changes = try compare(with: files)
        if let problem = changes.refusal(in: path) { throw problem }
        var manifest = OutputManifest()
        for file in files { manifest.add(file.path, file.contents.utf8) }
        if !changes.isEmpty {
            // Until the last file is written, both states are Apus's own: a run that is interrupted can be repeated.
            var both = try readManifest()
            both.merge(manifest)
            try write(manifest: both)
        }
        for stale in changes.removed { try remove(stale) }
        // Where case does not count, removing `pet.swift` has removed an unchanged `Pet.swift` with it.
        let gone = Set(changes.removed.map { $0.lowercased() })
        let due = Set(changes.written)
        for file in files where due.contains(file.path) || gone.contains(file.path.lowercased()) {
            try write(Array(file.contents.utf8), to: file.path)
        }
        try write(manifest: manifest)
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

    private func write(manifest: OutputManifest) throws(OutputProblem) {
        let text = Array(manifest.text.utf8)
        if try read(OutputManifest.fileName) != text { try write(text, to: OutputManifest.fileName) }
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
