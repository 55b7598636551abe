internal import ApusRuntime

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Exchanges in sending order; stored as JSON.
public struct ExchangeRecording: Sendable, Hashable, Codable {
    public var exchanges: [RecordedExchange]

    public init(exchanges: [RecordedExchange] = []) {
        self.exchanges = exchanges
    }

    /// - Throws: Foundation's error for a file that cannot be read, and `DecodingError` for one that is not a
    ///   recording.
    public init(contentsOf file: URL) throws {
        self = try JSONDecoder().decode(ExchangeRecording.self, from: Data(contentsOf: file))
    }

    /// Writes indented JSON with sorted members, so that differences between two recordings are readable.
    ///
    /// - Throws: `FileProblem` for an existing file that is not a recording, which is not changed; an older recording
    ///   is replaced.
    public func write(to file: URL) throws {
        let path = file.path
        if FileManager.default.fileExists(atPath: path), (try? ExchangeRecording(contentsOf: file)) == nil {
            throw FileProblem.exists(path, reason: "there is a file that is no recording, and it is not overwritten")
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(self).write(to: file, options: .atomic)
    }
}
