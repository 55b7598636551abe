import ApusPlatform
public import ApusSource

/// The source of the files that a document refers to. The files that may be read are determined by ``ReadOptions``.
public struct FileLoader: Sendable {
    /// Adds the file at a path to the run.
    public var load:
        @Sendable (_ path: String, _ files: SourceFiles, _ mark: SourceMark) throws(SourceError) -> SourceFileID
    /// The path with every symbolic link resolved; nil for a missing file.
    public var resolveLinks: @Sendable (_ path: String) -> String?
    /// Fetches an http or https URL, at most as many bytes as the limit, from the allowed hosts only, also after
    /// redirects; nil where the run has no network. A thrown error describes itself in half a sentence:
    /// `the server answers 404`.
    public typealias Fetch =
        @Sendable (_ address: String, _ allowedHosts: Set<String>, _ byteLimit: Int) throws -> [UInt8]
    public var fetch: Fetch?

    public init(
        load: @escaping @Sendable (String, SourceFiles, SourceMark) throws(SourceError) -> SourceFileID,
        resolveLinks: @escaping @Sendable (String) -> String?,
        fetch: Fetch? = nil
    ) {
        self.load = load
        self.resolveLinks = resolveLinks
        self.fetch = fetch
    }

    /// The disk, relative to the current folder.
    public static let disk = folder("")

    /// The disk, relative to a folder; files are shown relative to it.
    public static func folder(_ folder: String, fetch: Fetch? = nil) -> FileLoader {
        FileLoader(
            load: { path, files, mark throws(SourceError) in
                try files.load(locate(path, in: folder), shownAs: path, askedAt: mark)
            },
            resolveLinks: { path in
                guard let resolved = realpath(locate(path, in: folder), nil) else { return nil }
                defer { free(resolved) }
                return String(cString: resolved)
            }, fetch: fetch)
    }

    /// Files that exist only in memory, by path.
    public static func memory(_ texts: [String: String]) -> FileLoader {
        FileLoader(
            load: { path, files, mark throws(SourceError) in
                guard let text = texts[path] else { throw SourceError([]) }
                return files.add(path: path, bytes: Array(text.utf8))
            },
            resolveLinks: { $0.isEmpty || texts[$0] != nil ? $0 : nil })
    }

    /// The empty path is the folder itself.
    private static func locate(_ path: String, in folder: String) -> String {
        if path.isEmpty { return folder.isEmpty ? "." : folder }
        return folder.isEmpty || path.hasPrefix("/") ? path : folder + "/" + path
    }
}
