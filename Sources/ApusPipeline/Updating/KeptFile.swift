/// A file beside a workspace that `apus update` writes: the document of a client, or `apus.lock`.
struct KeptFile {
    /// As this process can open it.
    let path: String
    private let location: OutputLocation
    private let folder: String
    private let name: String

    /// - Throws: ``OutputProblem`` for a path that lies, once links are followed, outside of the workspace's checkout.
    init(_ path: String, of workspace: Workspace) throws(OutputProblem) {
        try workspace.checkInput(path, "write")
        let slash = path.lastIndex(of: "/")
        folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ""
        name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        location = OutputLocation(folder)
        self.path = path
    }

    /// The content; nil where there is no file.
    ///
    /// - Throws: ``OutputProblem`` for a link, which is not followed, and for what cannot be read.
    func read() throws(OutputProblem) -> [UInt8]? {
        guard let disk = try open(creating: false) else { return nil }
        switch try disk.look(at: name) {
        case .none: return nil
        case .file(let bytes): return bytes
        case .link: throw OutputProblem(path: path, action: "write", reason: "it is a link; put a file in its place")
        }
    }

    /// Writes the file completely or not at all, and the folders that it needs.
    func write(_ bytes: [UInt8]) throws(OutputProblem) {
        guard try read() != bytes else { return }
        guard let disk = try open(creating: true) else { throw OutputProblem(path: path, action: "write") }
        try disk.write(bytes, to: name)
    }

    private func open(creating: Bool) throws(OutputProblem) -> OpenFolder? {
        try OpenFolder.open(location, shownAs: folder.isEmpty ? "." : folder, creating: creating)
    }
}
