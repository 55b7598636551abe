import Foundation
import MappingExamples
import TestSupport

/// The chapters of the mapping book next to this file: prose with examples that are tests.
enum MappingBook {
    static let folder = Repository.root + "/Tests/MappingTests/Mappings"

    /// Names of the files without ending, sorted.
    static let topics: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
    }()

    static func path(of topic: String) -> String {
        "\(folder)/\(topic).md"
    }

    static func read(_ topic: String) throws -> Chapter {
        Chapter(
            topic: topic, text: String(decoding: try Data(contentsOf: URL(filePath: path(of: topic))), as: UTF8.self))
    }
}
