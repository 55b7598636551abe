import Foundation

/// A folder for the input of one process; the measuring process removes it.
enum TemporaryFolder {
    static func make() throws -> String {
        let folder = path(of: getpid())
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }

    /// - Parameter process: One that has ended, which may have been by force.
    static func remove(of process: Int32) {
        try? FileManager.default.removeItem(atPath: path(of: process))
    }

    private static func path(of process: Int32) -> String {
        NSTemporaryDirectory() + "/apus-growth-\(process)"
    }
}
