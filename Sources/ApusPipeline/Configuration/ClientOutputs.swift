import ApusLowering

/// The names and folders of a workspace's clients. Two clients in one folder, or one inside the other's, would remove
/// or overwrite each other's files, whatever the spelling of the folders.
struct ClientOutputs {
    enum Clash {
        case name(of: ClientConfiguration)
        case folder(of: ClientConfiguration)
        /// One folder is inside the other.
        case nested(in: ClientConfiguration)
        /// One module compiles both, which declare the same names in it.
        case module(with: ClientConfiguration, CompilingTarget)
    }

    /// The maximum path length of file systems.
    private static let longest = 4_096
    /// The maximum number of parent folders compared with those of other clients.
    private static let deepest = 64

    private let workspace: Workspace
    private var names: [String: ClientConfiguration] = [:]
    private var folders: [String: ClientConfiguration] = [:]
    /// Parent folders of a client's folder, with that client.
    private var outer: [String: ClientConfiguration] = [:]
    private var modules: [Room: ClientConfiguration] = [:]

    /// Where the names of a client are: two clients that share one collide. Files of a fixed number have the client's name.
    private struct Room: Hashable {
        let target: CompilingTarget
        let namespace: String?
    }

    init(_ workspace: Workspace) {
        self.workspace = workspace
    }

    /// Adds a client's name and folder; returns the conflict, if any.
    mutating func add(_ client: ClientConfiguration) -> Clash? {
        guard client.name.utf8.count <= Self.longest, client.output.utf8.count <= Self.longest else { return nil }
        let name = DiskName.fold(client.name)
        defer { names[name] = names[name] ?? client }
        if let other = names[name] {
            _ = addFolder(client.output, of: client)
            return .name(of: other)
        }
        return addFolder(client.output, of: client)
            ?? client.examples.flatMap { addFolder($0, of: client) } ?? addModule(of: client)
    }

    private mutating func addFolder(_ path: String, of client: ClientConfiguration) -> Clash? {
        guard path.utf8.count <= Self.longest else { return nil }
        let output = DiskName.fold(RealPath(workspace.locate(path)).text)
        let parents = Self.parents(of: output)
        defer {
            folders[output] = folders[output] ?? client
            for folder in parents { outer[folder] = outer[folder] ?? client }
        }
        if let other = folders[output] { return .folder(of: other) }
        if let other = outer[output] ?? parents.compactMap({ folders[$0] }).first { return .nested(in: other) }
        return nil
    }

    private mutating func addModule(of client: ClientConfiguration) -> Clash? {
        guard client.shards == nil, let target = CompilingTarget.find(for: workspace.locate(client.output)) else {
            return nil
        }
        let room = Room(target: target, namespace: client.namespace.map(DiskName.fold))
        defer { modules[room] = modules[room] ?? client }
        return modules[room].map { .module(with: $0, target) }
    }

    /// `/a/b/c` → `/a`, `/a/b`
    private static func parents(of folder: String) -> [String] {
        var folders: [String] = []
        var parent = ""
        for part in folder.utf8.split(separator: UInt8(ascii: "/")).dropLast().prefix(deepest) {
            parent += "/" + String(Substring(part))
            folders.append(parent)
        }
        return folders
    }
}
