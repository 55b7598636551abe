import ApusSource
import Foundation
import TestSupport
import Testing

/// The public YAML test suite, as far as the core schema of YAML 1.2 and libyaml agree. ``YAMLTestSuiteExceptions``
/// lists the differences, and an unneeded entry fails.
struct YAMLTestSuiteTests {
    @Test func readsWhatTheSuiteExpects() throws {
        guard let folder = SharedFolder.find(Self.suite) else { return }
        let cases = SharedFolder.files(in: Self.suite) { $0.hasSuffix("in.yaml") }.map {
            String($0.dropLast("/in.yaml".count))
        }
        #expect(cases.count > 300)
        for name in cases {
            let outcome = try check("\(folder)/\(name)")
            if let reason = YAMLTestSuiteExceptions.reasons[name] {
                #expect(outcome != nil, "\(name) passes; remove its exception (\(reason))")
            } else {
                #expect(outcome == nil, "\(name): \(outcome ?? "")")
            }
        }
        for name in YAMLTestSuiteExceptions.reasons.keys.sorted() where !cases.contains(name) {
            Issue.record("\(name) is an exception but no case")
        }
    }

    private static let suite = "corpus/torture/yaml-test-suite"

    private static func bytes(of path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: path)))
    }

    /// The difference in our reading of a case; nil if there is none.
    private func check(_ folder: String) throws -> String? {
        let reading = Reading(bytes: try Self.bytes(of: "\(folder)/in.yaml"))
        if FileManager.default.fileExists(atPath: "\(folder)/error") {
            return reading.node == nil ? nil : "accepted, but is an error"
        }
        guard let node = reading.node else { return "refused: \(reading.diagnostics.map(\.message))" }
        let events = String(decoding: try Self.bytes(of: "\(folder)/test.event"), as: UTF8.self)
        if events.split(separator: "\n").count(where: { $0.hasPrefix("+DOC") }) > 1 {
            return reading.diagnostics.contains { $0.id == "several-documents" }
                ? nil : "no word of the second document"
        }
        guard let json = try? Self.bytes(of: "\(folder)/in.json"), !json.isEmpty else { return nil }
        guard let expected = Reading(bytes: json, path: "in.json").node else { return "cannot read in.json" }
        return node.isEqual(to: expected) ? nil : "\(node.outline) instead of \(expected.outline)"
    }
}
