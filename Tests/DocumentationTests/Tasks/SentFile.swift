import Foundation

/// A file to upload.
enum SentFile {
    static func write(_ text: String) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "apus-\(UUID()).png")
        try Data(text.utf8).write(to: file)
        return file.path
    }

    static func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: path)
    }
}
