/// The clients of a workspace file, with the folder that their paths are relative to.
public struct Workspace: Equatable, Sendable {
    public static let fileName = "apus.yaml"

    /// The folder of the workspace file; paths in it are relative to this one.
    public var folder: String
    public var clients: [ClientConfiguration]
    /// The folder that outputs must lie in, also once all links are followed; nil: they may be anywhere.
    ///
    /// A workspace file comes with a checkout, and so do the links beside it: neither may choose what is written outside.
    public var home: String?
    /// The folder that documents, overlays, templates and roots must lie in, also once all links are followed; nil: they may be anywhere.
    public var checkout: String?

    /// The document was named on the command line: its path depends on where the tool runs, so that what is generated shows its name alone.
    public var isCommandLine = false

    public init(folder: String, clients: [ClientConfiguration]) {
        self.folder = folder
        self.clients = clients
    }

    /// A document's path as headers show it: relative to the workspace, or its name alone.
    func show(_ path: String) -> String {
        guard isCommandLine || path.utf8.first == UInt8(ascii: "/") else { return path }
        return path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
    }

    /// A path of the workspace as this process can open it.
    public func locate(_ path: String) -> String {
        path.hasPrefix("/") || folder.isEmpty || folder == "." ? path : folder + "/" + path
    }
}
