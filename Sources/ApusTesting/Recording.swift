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
    public func write(to file: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(self).write(to: file, options: .atomic)
    }
}
