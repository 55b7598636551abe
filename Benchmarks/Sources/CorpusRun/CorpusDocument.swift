import Foundation

/// One root document of a corpus.
struct CorpusDocument: Sendable {
    /// Relative to the corpus.
    let path: String
    /// Whether refusing it, with a diagnostic that has a location, is correct: a test document that violates the
    /// specification.
    let mayBeRefused: Bool

    /// The root folder for references: the two outermost folders of the path, or the document's own.
    var root: String {
        let parts = path.split(separator: "/").dropLast()
        return parts.prefix(2).joined(separator: "/")
    }
}

/// A folder with documents.
struct CorpusFolder {
    let path: String

    /// The documents of `INDEX.tsv`; without one, every JSON and YAML file with an `openapi` or a `swagger` key.
    func documents() throws -> [CorpusDocument] {
        if let index = FileManager.default.contents(atPath: path + "/INDEX.tsv") {
            return listed(in: String(decoding: index, as: UTF8.self))
        }
        return found()
    }

    /// Documents of real vendors count as valid, whatever a validator reports: their users have no others.
    private func listed(in index: String) -> [CorpusDocument] {
        var rows = index.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        guard !rows.isEmpty else { return [] }
        let columns = rows.removeFirst()
        guard let file = columns.firstIndex(of: "file"), let group = columns.firstIndex(of: "group"),
            let valid = columns.firstIndex(of: "spec_valid")
        else { return [] }
        return rows.filter { $0.count > max(file, group, valid) }.map { row in
            CorpusDocument(path: String(row[file]), mayBeRefused: row[group] == "torture" && row[valid] != "valid")
        }
    }

    private func found() -> [CorpusDocument] {
        guard let files = FileManager.default.enumerator(atPath: path) else { return [] }
        let names = files.compactMap { $0 as? String }.filter { name in
            [".json", ".yaml", ".yml"].contains { name.hasSuffix($0) }
        }
        return names.sorted().filter { name in
            FileManager.default.contents(atPath: path + "/" + name).map { RootKey.isPresent(in: Array($0)) } ?? false
        }.map { CorpusDocument(path: $0, mayBeRefused: false) }
    }
}

/// Determines whether a text is a root document: `openapi` or `swagger` is a key of its outermost mapping.
enum RootKey {
    private static let keys = ["openapi", "swagger"].map { Array($0.utf8) }

    static func isPresent(in text: [UInt8]) -> Bool {
        let start = text.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
        return start == UInt8(ascii: "{") ? isInFlow(text) : isInBlock(text)
    }

    /// A line that begins with the key, quoted or not.
    private static func isInBlock(_ text: [UInt8]) -> Bool {
        text.split(separator: 0x0A).contains { line in
            let bare = line.first == UInt8(ascii: "\"") || line.first == UInt8(ascii: "'") ? line.dropFirst() : line
            return keys.contains { key in
                bare.starts(with: key) && bare.dropFirst(key.count).prefix(2).contains(UInt8(ascii: ":"))
            }
        }
    }

    /// A string at the depth of one brace, followed by a colon.
    private static func isInFlow(_ text: [UInt8]) -> Bool {
        var depth = 0
        var position = 0
        while position < text.count {
            switch text[position] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""):
                let end = endOfString(text, from: position + 1)
                let after = text[min(end + 1, text.count)...].first {
                    $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09
                }
                if depth == 1, after == UInt8(ascii: ":"),
                    keys.contains(where: { text[(position + 1)..<end].elementsEqual($0) })
                {
                    return true
                }
                position = end
            default: break
            }
            position += 1
        }
        return false
    }

    private static func endOfString(_ text: [UInt8], from start: Int) -> Int {
        var position = start
        while position < text.count, text[position] != UInt8(ascii: "\"") {
            position += text[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(position, text.count)
    }
}
