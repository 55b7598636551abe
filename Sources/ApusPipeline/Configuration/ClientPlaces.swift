import ApusLowering

/// The names and folders that the clients of a workspace take. Two clients in one folder, or one inside of the other's, would remove or
/// overwrite each other's files, however the folders are spelled.
struct ClientPlaces {
    enum Clash {
        case name(of: ClientConfiguration)
        case folder(of: ClientConfiguration)
        /// The one folder is inside of the other.
        case nested(in: ClientConfiguration)
    }

    /// No disk takes a longer path.
    private static let longest = 4_096
    /// Folders around a client's own that are compared with those of others.
    private static let deepest = 64

    private let workspace: Workspace
    private var names: [String: ClientConfiguration] = [:]
    private var folders: [String: ClientConfiguration] = [:]
    /// Folders that hold a client's folder, with that client.
    private var outer: [String: ClientConfiguration] = [:]

    init(_ workspace: Workspace) {
        self.workspace = workspace
    }

    /// Takes a client's name and folder; what it clashes with, where something has them already.
    mutating func take(_ client: ClientConfiguration) -> Clash? {
        guard client.name.utf8.count <= Self.longest, client.output.utf8.count <= Self.longest else { return nil }
        let name = DiskName.fold(client.name)
        let place = DiskName.fold(RealPath(workspace.locate(client.output)).text)
        let above = Self.above(place)
        defer {
            names[name] = names[name] ?? client
            folders[place] = folders[place] ?? client
            for folder in above { outer[folder] = outer[folder] ?? client }
        }
        if let other = names[name] { return .name(of: other) }
        if let other = folders[place] { return .folder(of: other) }
        return (outer[place] ?? above.compactMap { folders[$0] }.first).map { .nested(in: $0) }
    }

    /// `/a/b/c` → `/a`, `/a/b`
    private static func above(_ place: String) -> [String] {
        var folders: [String] = []
        var folder = ""
        for part in place.utf8.split(separator: UInt8(ascii: "/")).dropLast().prefix(deepest) {
            folder += "/" + String(Substring(part))
            folders.append(folder)
        }
        return folders
    }
}
