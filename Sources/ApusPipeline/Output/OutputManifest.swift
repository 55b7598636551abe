import ApusPlatform

/// The list of files that Apus wrote into a folder, with a digest each, stored there as `.apus-manifest`.
///
/// A later run uses it to find the files that it may replace and remove: only those that Apus wrote and nobody changed
/// since.
package struct OutputManifest: Equatable {
    package static let fileName = ".apus-manifest"
    private static let title = "# Written by Apus"

    /// Path inside the folder → the first 16 digits of the SHA-256 of its content. More than one while files are
    /// written, and after a merge of two branches: Apus wrote each of them.
    package private(set) var files: [String: Set<String>]

    /// Listed paths that are invalid because they are outside of the folder: the list was forged.
    package private(set) var unsafe: [String] = []

    /// The sources of the files, one per line: the version of Apus, and the documents with their digests. For readers
    /// only.
    var origin: [String] = []

    init(files: [String: Set<String>] = [:]) {
        self.files = files
    }

    /// One line per file: `digest  path`. Other lines are ignored, so that a damaged manifest only permits less; both
    /// sides of an unresolved conflict count.
    package init(text: String) {
        files = [:]
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
            guard parts.count == 2, Self.isDigest(parts[0]) else { continue }
            let name = parts[1].drop { $0 == " " }
            if let path = SafePath.check(name) {
                files[path, default: []].insert(String(parts[0]))
            } else {
                unsafe.append(String(name))
            }
        }
    }

    mutating func add(_ path: String, _ contents: some Collection<UInt8>) {
        files[path, default: []].insert(Self.digest(of: contents))
    }

    mutating func merge(_ other: OutputManifest) {
        files.merge(other.files) { $0.union($1) }
    }

    /// Whether Apus wrote this file with exactly these contents.
    func lists(_ path: String, with contents: [UInt8]) -> Bool {
        files[path]?.contains(Self.digest(of: contents)) == true
    }

    static func digest(of contents: some Collection<UInt8>) -> String {
        String(SHA256.hex(of: contents).prefix(16))
    }

    private static func isDigest(_ word: Substring) -> Bool {
        !word.isEmpty && word.allSatisfy { $0.isASCII && $0.isHexDigit }
    }

    /// Whether a file with the manifest's name is a manifest: by its first line, or by the second after a conflict
    /// marker, or because it contains only digests.
    package static func isManifest(_ text: String) -> Bool {
        let lines = text.split(whereSeparator: \.isNewline)
        return lines.prefix(2).contains { $0.hasPrefix(title) }
            || lines.allSatisfy { isDigest($0.prefix { $0 != " " }) && $0.contains(" ") }
    }

    package var text: String {
        let lines = files.sorted { $0.key < $1.key }.flatMap { path, digests in
            digests.sorted().map { "\($0)  \(path)\n" }
        }
        let head = ["\(Self.title): what it may remove when it generates again."] + origin.map { "# " + $0 }
        return head.map { $0 + "\n" }.joined() + lines.joined()
    }
}

/// Paths inside an output folder.
enum SafePath {
    /// The maximum length in bytes of a path, and of one part of it (POSIX, PATH_MAX and NAME_MAX).
    private static let longest = (path: 4_096, part: 255)

    /// The path if it is inside the folder: relative, no `..`, no empty or hidden part, no NUL or control character,
    /// within the length limits.
    static func check(_ path: Substring) -> String? {
        if path.utf8.count > longest.path { return nil }
        // Split by bytes, as file systems do: a slash with a combining accent is another character in Swift.
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isSafe = parts.allSatisfy { part in
            !part.isEmpty && part.count <= longest.part && part.first != UInt8(ascii: ".")
                && part.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\\") && $0 != 0x7F }
        }
        return isSafe ? String(path) : nil
    }
}
