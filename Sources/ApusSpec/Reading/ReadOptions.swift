/// What a document may reach for while it is read.
public struct ReadOptions: Hashable, Sendable {
    /// References must stay inside this folder; nil stands for the folder of the root document.
    public var rootFolder: String?
    /// Lets references leave ``rootFolder``.
    public var allowsOutsideRoot: Bool
    /// Hosts that `http` and `https` references may be fetched from; none unless listed.
    public var allowedHosts: Set<String>

    public init(rootFolder: String? = nil, allowsOutsideRoot: Bool = false, allowedHosts: Set<String> = []) {
        self.rootFolder = rootFolder
        self.allowsOutsideRoot = allowsOutsideRoot
        self.allowedHosts = allowedHosts
    }
}
