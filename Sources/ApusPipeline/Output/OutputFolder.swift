import ApusEmission
import ApusLowering

/// An output folder for generated files. Writes changed files only, atomically, and only where there is no file or
/// Apus's unchanged one; removes files that it wrote before and no longer generates. Everything is checked before the
/// first file is written, and nothing outside of the folder is touched, wherever links point.
struct OutputFolder {
    /// The path as the user wrote it, for messages.
    let path: String
    /// Whether to replace files that are not Apus's own, or were edited.
    let isForced: Bool
    let location: OutputLocation
    /// The folder in there whose Swift files are all Apus's own, nil for all of it.
    var own: String?
    /// How long it waits for another run in the same folder.
    var patience = Duration.seconds(30)

    /// A folder that the user named.
    init(path: String, isForced: Bool = false) {
        self.init(path: path, location: OutputLocation(path), isForced: isForced)
    }

    init(path: String, location: OutputLocation, isForced: Bool) {
        self.path = path.isEmpty ? "." : path
        self.location = location
        self.isForced = isForced
    }

    /// - Throws: ``OutputProblem`` with the file that could not be read, or has an invalid location.
    func compare(with files: [GeneratedFile]) throws(OutputProblem) -> Changes {
        try compare(with: files, in: open())
    }

    /// - Parameter origin: The sources of the files, for the manifest: one line each.
    /// - Throws: ``OutputProblem`` with the files that are not overwritten, or the one that could not be read, written
    ///   or removed; or with the other run in the folder, if that does not end in time.
    func write(_ files: [GeneratedFile], from origin: [String] = []) throws(OutputProblem) -> Changes {
        var manifest = OutputManifest()
        manifest.origin = origin
        for file in files { manifest.add(file.path, file.contents.utf8) }
        if let changes = findNothingToDo(files, manifest) { return changes }
        // Invalid files are reported before a folder is created for them.
        if try open() == nil { _ = try compare(with: files, in: nil) }
        guard let disk = try OpenFolder.open(location, shownAs: path, creating: true) else {
            throw OutputProblem(path: path, action: "write")
        }
        let lock = try OutputLock.acquire(in: disk, patience: patience)
        defer { lock.release() }
        let changes = try compare(with: files, in: disk)
        if let problem = changes.refusal(in: path) { throw problem }
        for part in disk.findParts() { try disk.remove(part) }
        if !changes.isEmpty {
            // Until the last file is written, both states belong to Apus: an interrupted run can be repeated, also with
            // another document.
            var both = try readManifest(in: disk)
            both.merge(manifest)
            try write(manifest: both, in: disk)
        }
        try apply(changes, files, in: disk)
        try write(manifest: manifest, in: disk)
        return changes
    }

    /// The bytes of a file in the folder; nil where there is none, or a link.
    func read(_ name: String) throws(OutputProblem) -> [UInt8]? {
        try open()?.read(name)
    }

    private func open() throws(OutputProblem) -> OpenFolder? {
        try OpenFolder.open(location, shownAs: path)
    }

    private func compare(with files: [GeneratedFile], in disk: OpenFolder?) throws(OutputProblem) -> Changes {
        var comparison = try OutputComparison(self, disk)
        for file in files { try comparison.add(file) }
        try comparison.findStale(excluding: Set(files.map(\.path)))
        comparison.findStrays(excluding: files.map(\.path))
        return comparison.changes
    }

    /// The existing state, if it equals the new one and no run is active: the folder may then be read-only.
    private func findNothingToDo(_ files: [GeneratedFile], _ manifest: OutputManifest) -> Changes? {
        guard let disk = try? open(), !OutputLock.isThere(in: disk), disk.findParts().isEmpty,
            let changes = try? compare(with: files, in: disk), changes.isEmpty,
            let known = try? disk.read(OutputManifest.fileName), known == Array(manifest.text.utf8)
        else { return nil }
        return changes
    }

    private func apply(
        _ changes: Changes, _ files: [GeneratedFile], in disk: OpenFolder
    ) throws(OutputProblem) {
        for stale in changes.removed { try disk.remove(stale) }
        // On case-insensitive file systems, removing `pet.swift` has also removed an unchanged `Pet.swift`.
        let gone = Set(changes.removed.map(DiskName.fold))
        let due = Set(changes.written)
        for file in files where due.contains(file.path) || gone.contains(DiskName.fold(file.path)) {
            try disk.write(Array(file.contents.utf8), to: file.path)
        }
    }

    private func readManifest(in disk: OpenFolder) throws(OutputProblem) -> OutputManifest {
        guard let bytes = try disk.read(OutputManifest.fileName) else { return OutputManifest() }
        return OutputManifest(text: String(decoding: bytes, as: UTF8.self))
    }

    private func write(manifest: OutputManifest, in disk: OpenFolder) throws(OutputProblem) {
        let text = Array(manifest.text.utf8)
        if try disk.read(OutputManifest.fileName) != text { try disk.write(text, to: OutputManifest.fileName) }
    }
}
