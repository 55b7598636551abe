/// The list of files that Apus wrote into a folder, with a digest each, kept there as `.apus-manifest`.
///
/// It is how a later run knows which files it may remove: only those it wrote and nobody changed since.
struct OutputManifest: Equatable {
    static let fileName = ".apus-manifest"

    /// Path inside the folder → the first 16 digits of the SHA-256 of its contents.
    var files: [String: String]

    init(files: [String: String] = [:]) {
        self.files = files
    }

    /// One line per file: `digest  path`. A line that is neither is left out, so that a damaged manifest only removes less.
    init(text: String) {
        files = [:]
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
            guard parts.count == 2, let path = SafePath.check(parts[1].drop { $0 == " " }) else { continue }
            files[path] = String(parts[0])
        }
    }

    static func digest(of contents: some Collection<UInt8>) -> String {
        String(SHA256.hex(of: contents).prefix(16))
    }

    var text: String {
        let lines = files.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }
        return "# Written by Apus: what it may remove when it generates again.\n" + lines.joined()
    }
}

/// Paths inside an output folder.
enum SafePath {
    /// The path when it stays below the folder: relative, no `..`, no empty or hidden part, no NUL or control character.
    static func check(_ path: Substring) -> String? {
        // By bytes, as disks do: a slash with a combining accent is another character to Swift.
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isSafe = parts.allSatisfy { part in
            !part.isEmpty && part.first != UInt8(ascii: ".")
                && part.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\\") && $0 != 0x7F }
        }
        return isSafe ? String(path) : nil
    }
}
