/// What a run is willing to read. Every limit that is reached is a diagnostic, never a crash or a hang.
public struct SourceLimits: Hashable, Sendable {
    /// Levels of nesting of one file's tree; aliases count with the depth of what they stand for.
    public var depth: Int
    /// Bytes of one file.
    public var bytesPerFile: Int
    /// Nodes of one file once every alias is counted as a copy of what it stands for.
    public var nodes: Int
    /// Aliases may make a file look at most this many times as large as it is written (plus ``aliasAllowance``).
    public var aliasFactor: Int
    /// Nodes that aliases may always add, so that small files with many aliases pass.
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
