import ApusJSON
import Foundation
import TestSupport
import Testing

/// RFC 8259 as the JSONTestSuite corpus reads it: `y_` files are accepted, `n_` files are refused.
struct JSONTestSuiteTests {
    @Test func acceptsWhatMustBeAccepted() throws {
        for file in files(prefix: "y_") {
            #expect(throws: Never.self, "\(file.lastPathComponent)") { try scan(file) }
        }
    }

    @Test func refusesWhatMustBeRefused() throws {
        for file in files(prefix: "n_") {
            #expect(throws: JSONSyntaxError.self, "\(file.lastPathComponent)") { try scan(file) }
        }
    }

    @Test func survivesWhatIsLeftOpen() throws {
        for file in files(prefix: "i_") { _ = try? scan(file) }
    }

    private func scan(_ file: URL) throws {
        let bytes = try [UInt8](Data(contentsOf: file))
        try bytes.withUnsafeBufferPointer { buffer in
            let tape = try JSONTape(scanning: buffer)
            for index in 0..<tape.count where tape[index].kind == .string || tape[index].kind == .key {
                let entry = tape[index]
                let content = UnsafeBufferPointer(
                    rebasing: buffer[entry.contentOffset..<entry.contentOffset + entry.length])
                _ = JSONString.decode(content, hasEscapes: entry.hasEscapes)
            }
        }
    }

    private func files(prefix: String) -> [URL] {
        guard let folder = SharedFolder.find("corpus/torture/JSONTestSuite/test_parsing") else { return [] }
        let found = SharedFolder.names(in: "corpus/torture/JSONTestSuite/test_parsing").filter { $0.hasPrefix(prefix) }
        print("JSONTestSuite: \(found.count) \(prefix) files")
        return found.map { URL(filePath: folder + "/" + $0) }
    }
}
