/// What a document may reach for while it is read.
public struct ReadOptions: Hashable, Sendable {
    /// References must stay inside this folder; nil stands for the folder of the root document.
    public var rootFolder: String?
    /// Folders besides it that references may lead to, as they are seen from where the run's paths begin.
    public var allowedFolders: [String]
    /// Lets references lead anywhere on the disk.
    public var allowsOutsideRoot: Bool
    /// Hosts that `http` and `https` references may be fetched from; none unless listed. `host:port`, or `host` for the port of the scheme.
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
}
