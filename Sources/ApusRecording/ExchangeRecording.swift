internal import ApusRuntime

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Exchanges in sending order; stored as HTTP Archive (HAR) 1.2, which browsers and proxies write and many tools read.
public struct ExchangeRecording: Sendable, Hashable {
    public var exchanges: [RecordedExchange]

    public init(exchanges: [RecordedExchange] = []) {
        self.exchanges = exchanges
    }

    /// Reads a HAR file, also one that another program has written. Then its requests have no operations, and no
    /// credentials are left out of it.
    ///
    /// - Throws: ``RecordingProblem``.
    public init(contentsOf file: URL) throws {
        guard let data = try? Data(contentsOf: file) else { throw RecordingProblem.missing(path: file.path) }
        do throws(HARReason) {
            exchanges = try HARDocument.read([UInt8](data))
        } catch {
            throw RecordingProblem.invalid(path: file.path, reason: error.text)
        }
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

/// A document of HAR 1.2.
extension ExchangeRecording: Codable {
    /// - Throws: `DecodingError` for what is not HAR.
    public init(from decoder: any Decoder) throws {
        let document = try JSONValue(from: decoder)
        do throws(HARReason) {
            exchanges = try HARDocument.read(document)
        } catch {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: error.text))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        try HARDocument.write(exchanges).encode(to: encoder)
    }
}
