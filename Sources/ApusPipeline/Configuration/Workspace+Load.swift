import ApusPlatform
import ApusSource

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Workspace {
    /// Reads a workspace file.
    ///
    /// - Throws: ``WorkspaceProblem`` with every finding, each with its location.
    public static func load(_ path: String) throws(WorkspaceProblem) -> Workspace {
        guard access(path, F_OK) == 0 else {
            throw WorkspaceProblem(
                "there is no workspace file \(path); `apus init DOCUMENT` writes one, and --workspace names another")
        }
        let files = SourceFiles()
        var workspace = try read(files, folder: parent(of: path)) { () throws(SourceError) in try files.load(path) }
        if workspace.clients.isEmpty {
            throw WorkspaceProblem("there is no client in \(path); each has a name and a spec, below `clients`")
        }
        workspace.lockPath = lockPath(of: path)
        return workspace
    }

    /// `specs/apus.yaml` → `specs/apus.lock`
    private static func lockPath(of path: String) -> String {
        let stem = [".yaml", ".yml", ".json"].first(where: path.hasSuffix).map { path.dropLast($0.count) }
        return (stem.map { String($0) } ?? path) + ".lock"
    }

    /// Reads the bytes of a workspace file.
    ///
    /// - Parameters:
    ///   - bytes: The content of the file.
    ///   - path: The path shown in findings.
    ///   - folder: The folder that paths in it are relative to.
    /// - Throws: ``WorkspaceProblem`` with every finding, each with its location.
    package static func read(
        _ bytes: [UInt8], shownAs path: String, folder: String
    ) throws(WorkspaceProblem) -> Workspace {
        let files = SourceFiles()
        return try read(files, folder: folder) { files.add(path: path, bytes: bytes) }
    }

    private static func read(
        _ files: SourceFiles, folder: String, _ load: () throws(SourceError) -> SourceFileID
    ) throws(WorkspaceProblem) -> Workspace {
        var reader = ConfigurationReader()
        var workspace = Workspace(folder: folder, clients: [])
        do throws(SourceError) {
            let file = try load()
            let root = try files.parse(file, diagnostics: &reader.diagnostics)
            workspace = reader.readWorkspace(root, folder: folder)
            for index in workspace.clients.indices {
                workspace.clients[index].settingsFiles = [
                    SettingsFile(path: files.path(of: file), bytes: files.bytes(of: file), client: index)
                ]
            }
        } catch {
            reader.diagnostics.merge(error)
        }
        if reader.diagnostics.hasErrors { throw WorkspaceProblem(reader.diagnostics, files: files) }
        return workspace
    }

    /// One client without a workspace file. A missing name is derived from the document later.
    public static func single(_ client: ClientConfiguration) -> Workspace {
        var workspace = Workspace(folder: "", clients: [client])
        workspace.home = home(of: client.output)
        workspace.isCommandLine = true
        return workspace
    }

    /// Changes the name of a workspace's only client.
    public mutating func rename(to name: String) throws(WorkspaceProblem) {
        guard clients.count == 1 else {
            throw WorkspaceProblem("--name needs exactly one client, and the workspace has \(clients.count)")
        }
        clients[0].name = name
    }

    /// The workspace with the named clients only, in its own order; without names all of them.
    public func selecting(_ names: [String]) throws(WorkspaceProblem) -> Workspace {
        for name in names where !clients.contains(where: { $0.name == name }) {
            let known = clients.map(\.name)
            let advice = Spelling.nearest(to: name, among: known).map { "did you mean \"\($0)\"?" }
            throw WorkspaceProblem(
                "there is no client \"\(name)\"; " + (advice ?? "the workspace has " + known.joined(separator: ", ")))
        }
        var selected = self
        if !names.isEmpty { selected.clients = clients.filter { names.contains($0.name) } }
        return selected
    }

    /// Changes the output of a workspace's only client to a path relative to the working folder.
    public mutating func redirect(to output: String) throws(WorkspaceProblem) {
        guard clients.count == 1 else {
            throw WorkspaceProblem(
                "--output needs exactly one client, and the workspace has \(clients.count); in a build plugin, each client has a folder and an apus.yaml of its own"
            )
        }
        let isRelative = !output.hasPrefix("/") && !folder.isEmpty && folder != "."
        home = Self.home(of: output)
        clients[0].output = isRelative ? FileManager.default.currentDirectoryPath + "/" + output : output
    }

    /// A folder on the command line may be anywhere. One that seems to be inside the working folder must be: links
    /// there may come from a checkout.
    private static func home(of output: String) -> String? {
        let climbs = output.utf8.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual("..".utf8) }
        return output.utf8.first == UInt8(ascii: "/") || climbs ? nil : "."
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

/// The workspace file, or the request to it, is invalid.
public struct WorkspaceProblem: Error, Sendable, CustomStringConvertible {
    /// One or more lines for the user.
    public let text: String
    public var description: String { text }

    init(_ text: String) {
        self.text = text
    }

    init(_ diagnostics: Diagnostics, files: SourceFiles) {
        text = "the workspace file cannot be used\n" + Findings(diagnostics, files: files).text
    }
}
