import ApusSource

/// The folder `.git` of a work tree, and the files in it (gitrepository-layout).
struct GitFolder {
    /// The folder of this work tree: `HEAD` and the index.
    let own: String
    /// The folder that all work trees share: objects, branches and settings.
    let common: String

    /// Larger than the index of a million files, and than most packs.
    private static let sizeLimit = 2 << 30

    /// - Parameter root: The root of the work tree.
    init(of root: String) {
        own = Self.find(in: root)
        common = Self.line(of: own + "/commondir").map { [own] line in Self.resolve(line, from: own) } ?? own
    }

    var usesSHA256: Bool {
        let words = (Self.text(of: common + "/config") ?? "").lowercased().filter { !$0.isWhitespace }
        return words.contains("objectformat=sha256")
    }

    /// `.git` is the folder or, in submodules and second work trees, a file that names it.
    private static func find(in root: String) -> String {
        let location = root + "/.git"
        guard let line = line(of: location), line.hasPrefix("gitdir:") else { return location }
        return resolve(String(line.dropFirst("gitdir:".count).drop { $0 == " " }), from: root)
    }

    static func line(of path: String) -> String? {
        text(of: path)?.split(whereSeparator: \.isNewline).first.map(String.init)
    }

    static func text(of path: String) -> String? {
        bytes(of: path).map { String(decoding: $0, as: UTF8.self) }
    }

    static func bytes(of path: String) -> [UInt8]? {
        try? FileBytes.read(path, limit: sizeLimit)
    }

    static func resolve(_ path: String, from folder: String) -> String {
        path.hasPrefix("/") ? path : folder + "/" + path
    }
}
