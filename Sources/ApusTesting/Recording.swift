internal import ApusRuntime

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Exchanges in the order in which they were sent; JSON in a file.
public struct Recording: Sendable, Hashable, Codable {
    public var exchanges: [Exchange]

    public init(exchanges: [Exchange] = []) {
        self.exchanges = exchanges
    }

    /// - Throws: What Foundation throws for a file that cannot be read, and `DecodingError` for one that is no recording.
    public init(contentsOf file: URL) throws {
        self = try JSONDecoder().decode(Recording.self, from: Data(contentsOf: file))
    }

    /// Indented, members in the order of their names, so that differences between two recordings read well.
    ///
    /// - Throws: `FileProblem` where a file is that is no recording, which is left as it is; an older recording is replaced.
    public func write(to file: URL) throws {
        let path = file.path
        if FileManager.default.fileExists(atPath: path), (try? Recording(contentsOf: file)) == nil {
            throw FileProblem.exists(path, reason: "there is a file that is no recording, and it is not overwritten")
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(self).write(to: file, options: .atomic)
    }
}
