import ApusCodec
import ApusLowering
import ApusModel
import ApusSource
import ApusSpec
import Foundation
import Fuzzing
import TestSupport
import Testing

/// Examples of the types of public documents: `MappingTests` reads examples by compiled types, and this test has every form of schema
/// that vendors write.
struct ExampleCorpusTests {
    /// As many documents as fit in a minute, in an order that mixes vendors and sizes. `APUS_EXAMPLES=all` selects all.
    @Test func everyTypeHasAnExampleOrAReason() throws {
        let isWhole = ProcessInfo.processInfo.environment["APUS_EXAMPLES"] == "all"
        let clock = ContinuousClock()
        let end = clock.now + (isWhole ? .seconds(6 * 3600) : .seconds(50))
        var (documents, types, examples, replaced, bytes, size) = (0, 0, 0, 0, 0, 0)
        for path in PublicDocuments.paths(bytes: isWhole ? 64 << 20 : 1 << 20) where clock.now < end {
            guard let once = try lower(path), let again = try lower(path) else { continue }
            documents += 1
            #expect(once.model.examples == again.model.examples, "\(path): another run makes others")
            let wanted = declared(by: once.model)
            let missing = once.diagnostics.filter { $0.id == "missing-example" }
            #expect(once.model.examples.count + missing.count >= wanted.count, "\(path): a type has neither")
            types += wanted.count
            examples += once.model.examples.count
            replaced += once.diagnostics.count { $0.id == "replaced-example" }
            for text in once.model.examples.flatMap({ [$0.minimal] + ($0.full.map { [$0] } ?? []) + $0.listed }) {
                let json = text.lines.joined(separator: "\n")
                bytes += json.utf8.count
                #expect(json.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "#") }, "\(path)")
                #expect((try? JSONValue(json: json)) != nil, "\(path): \(json)")
            }
            size += once.size
            #expect(bytes <= 8_000_000 + 8 * size)
        }
        print(
            "examples: \(documents) documents, \(examples) of \(types) types, \(replaced) replaced, \(bytes) bytes for \(size)"
        )
        guard documents > 0 else { return }
        #expect(examples * 100 >= types * 98)
    }

    private func declared(by model: APIModel) -> [TypeDecl] {
        var types: [TypeDecl] = []
        for type in model.types + model.operations.flatMap(\.nested) { type.forEachType { types.append($0) } }
        return types.filter { if case .alias = $0 { false } else { true } }
    }

    private func lower(_ path: String) throws -> (model: APIModel, diagnostics: [Diagnostic], size: Int)? {
        let bytes = Array(try Data(contentsOf: URL(filePath: path)))
        let files = SourceFiles()
        var diagnostics = Diagnostics()
        let file = files.add(path: "openapi.yaml", bytes: bytes)
        guard let document = DocumentReader.read(file, files: files, loader: .memory([:]), diagnostics: &diagnostics)
        else { return nil }
        var options = LoweringOptions(module: "Pets")
        options.keepsUnusedTypes = true
        options.makesExamples = true
        let model = Lowering.lower(document, files: files, options: options, diagnostics: &diagnostics)
        return (model, diagnostics.all, bytes.count)
    }
}
