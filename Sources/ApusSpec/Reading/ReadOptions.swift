/// The files and hosts that a document may access while it is read.
public struct ReadOptions: Hashable, Sendable {
    /// The folder that references must stay inside; nil: the folder of the root document.
    public var rootFolder: String?
    /// Further allowed folders for references, relative to the base of the run's paths.
    public var allowedFolders: [String]
    /// Allows references to any file on the disk.
    public var allowsOutsideRoot: Bool
    /// Hosts that `http` and `https` references may be fetched from; by default none. `host:port`, or `host` for the
    /// scheme's default port.
    public var allowedHosts: Set<String>

    public init(
        rootFolder: String? = nil, allowedFolders: [String] = [], allowsOutsideRoot: Bool = false,
        allowedHosts: Set<String> = []
    ) {
        self.rootFolder = rootFolder
        self.allowedFolders = allowedFolders
        self.allowsOutsideRoot = allowsOutsideRoot
        self.allowedHosts = allowedHosts
    }

    /// Allows the host and port of an address that the user named: `https://example.com/openapi.yaml` → `example.com`.
    public mutating func allowHost(of address: String) {
        guard let origin = URIReference.origin(of: address) else { return }
        allowedHosts.insert(origin.host + (origin.port.map { ":\($0)" } ?? ""))
    }
}
