import Foundation

/// The files that a client is generated from: the target's own, and those outside of its folder that they name, such as the files of
/// `roots`, overlays, templates and the targets of `$ref`.
///
/// SwiftPM asks a plugin for its inputs before a tool is built, and asks again only when files are added or removed. So the files are found
/// by their text, without reading YAML: every path in a file that exists counts, because an input too many costs one short run. What this
/// does not find, the tool adds to the list when it has read it. The list is an input of the command, so that the command then runs in
/// every build, until the plugin is asked again and finds the file in the list.
struct WatchedFiles {
    private var paths: Set<String> = []

    var files: [URL] {
        paths.sorted().map { URL(filePath: $0) }
    }

    /// Adds a file and what it names.
    mutating func add(_ file: URL) {
        let path = file.standardizedFileURL.path(percentEncoded: false)
        guard paths.count < Self.limit, paths.insert(path).inserted, Self.isRead(file) else { return }
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return }
        let folder = file.deletingLastPathComponent()
        for name in Self.names(in: text, ofWorkspace: file.lastPathComponent == "apus.yaml") {
            let place = URL(filePath: name.removingPercentEncoding ?? name, relativeTo: folder).standardizedFileURL
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: place.path(percentEncoded: false), isDirectory: &isFolder)
            else { continue }
            if !isFolder.boolValue {
                add(place)
            } else if place.path != folder.standardizedFileURL.path {
                addFolder(place)
            }
        }
    }

    /// A folder of `roots` or `templates`.
    private mutating func addFolder(_ folder: URL) {
        let found = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
        for file in found?.compactMap({ $0 as? URL }) ?? [] where Self.endings.contains(file.pathExtension) {
            add(file)
        }
    }

    /// A file of a few megabytes is a document with everything in it, not one that refers to others.
    private static func isRead(_ file: URL) -> Bool {
        let size = (try? file.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0
        return ["yaml", "yml", "json"].contains(file.pathExtension) && size < 4 << 20
    }

    /// The most files of one client.
    private static let limit = 10_000
    private static let endings: Set<String> = ["yaml", "yml", "json", "md", "markdown", "txt", "html", "mustache"]

    /// Possible paths: words with the ending of such a file, and in a workspace file every word, which may be a folder.
    private static func names(in text: String, ofWorkspace isWorkspace: Bool) -> Set<String> {
        let ending = "\\.(?:" + endings.sorted().joined(separator: "|") + ")"
        let patterns =
            ["[^\\s\"'\\[\\]{},#]+" + ending, "[\"']([^\"'\\n#]+" + ending + ")"]
            + (isWorkspace ? ["[^\\s\"'\\[\\]{},#]+", "[\"']([^\"'\\n]+)[\"']"] : [])
        var names: Set<String> = []
        for pattern in patterns {
            guard let expression = try? NSRegularExpression(pattern: pattern) else { continue }
            for match in expression.matches(in: text, range: NSRange(text.startIndex..., in: text)) {
                let range = match.range(at: match.numberOfRanges - 1)
                if let found = Range(range, in: text) { names.insert(String(text[found])) }
            }
        }
        return names.filter { !$0.hasPrefix("http:") && !$0.hasPrefix("https:") && $0.count < 1_024 }
    }

    /// Writes the list, unless it is the same, with the files that the tool added to the one before and that are still there.
    mutating func save(to list: URL) throws {
        let before = try? String(contentsOf: list, encoding: .utf8)
        for path in (before ?? "").split(separator: "\n").map(String.init)
        where FileManager.default.fileExists(atPath: path) { paths.insert(path) }
        let text = paths.sorted().map { $0 + "\n" }.joined()
        if text != before { try Data(text.utf8).write(to: list, options: .atomic) }
    }
}
