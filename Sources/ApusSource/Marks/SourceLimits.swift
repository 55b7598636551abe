/// The limits of a run. Every exceeded limit is a diagnostic, never a crash or a hang.
public struct SourceLimits: Hashable, Sendable {
    /// Levels of nesting of one file's tree; an alias counts with the depth of its anchor's value.
    public var depth: Int
    /// Bytes of one file.
    public var bytesPerFile: Int
    /// Nodes of one file with every alias counted as a copy of its anchor's value.
    public var nodes: Int
    /// The maximum ratio of a file's nodes with expanded aliases to its written nodes (plus ``aliasAllowance``).
    public var aliasFactor: Int
    /// Nodes that aliases may always add, so that small files with many aliases are accepted.
    public var aliasAllowance: Int
    /// Files of one run.
    public var files: Int

    public static let standard = SourceLimits()

    public init(
        depth: Int = 500, bytesPerFile: Int = 64 << 20, nodes: Int = 5_000_000, aliasFactor: Int = 10,
        aliasAllowance: Int = 10_000, files: Int = 5_000
    ) {
        self.depth = depth
        self.bytesPerFile = min(bytesPerFile, Int(UInt32.max))
        self.nodes = nodes
        self.aliasFactor = aliasFactor
        self.aliasAllowance = aliasAllowance
        self.files = files
    }
}
